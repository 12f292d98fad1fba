// Draws the two icons of the Teams app: a padlock on the accent colour, and its outline in white. Run with: node teams/icons.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

type Rgba = readonly [red: number, green: number, blue: number, alpha: number];
/** The colour of a point; x and y go from 0 to 1. */
type Picture = (x: number, y: number) => Rgba;

const ACCENT: Rgba = [0x1f, 0x29, 0x37, 255];
const BRASS: Rgba = [0xf5, 0xb9, 0x42, 255];
const STEEL: Rgba = [0xe5, 0xe7, 0xeb, 255];
const WHITE: Rgba = [255, 255, 255, 255];
const NOTHING: Rgba = [255, 255, 255, 0];

/** Distance of a point from a rounded box around (cx, cy): negative inside. */
const box = (
  x: number,
  y: number,
  { cx, cy, w, h, r }: { cx: number; cy: number; w: number; h: number; r: number },
): number => {
  const dx = Math.max(Math.abs(x - cx) - w / 2 + r, 0);
  const dy = Math.max(Math.abs(y - cy) - h / 2 + r, 0);
  return Math.hypot(dx, dy) - r;
};

/** Half a ring over two legs: the shackle. */
const shackle = (
  x: number,
  y: number,
  { top, radius, half }: { top: number; radius: number; half: number },
): number => {
  const across = y < top ? Math.abs(Math.hypot(x - 0.5, y - top) - radius) : Math.abs(Math.abs(x - 0.5) - radius);
  return y > top + 0.2 ? 1 : across - half;
};

/** A round hole over a slot. */
const keyhole = (x: number, y: number, scale: number): number =>
  Math.min(
    Math.hypot(x - 0.5, y - 0.58) - 0.055 * scale,
    box(x, y, { cx: 0.5, cy: 0.65, w: 0.05 * scale, h: 0.12, r: 0.02 }),
  );

/** The symbol keeps to the middle half, as Teams asks: it may be cut round. */
const color: Picture = (x, y) => {
  if (keyhole(x, y, 1) < 0) return ACCENT;
  if (box(x, y, { cx: 0.5, cy: 0.62, w: 0.46, h: 0.34, r: 0.05 }) < 0) return BRASS;
  return shackle(x, y, { top: 0.4, radius: 0.145, half: 0.035 }) < 0 ? STEEL : ACCENT;
};

/** Fills its square, with lines that are still two pixels wide at this size. */
const outline: Picture = (x, y) => {
  const body = box(x, y, { cx: 0.5, cy: 0.68, w: 0.72, h: 0.5, r: 0.08 });
  if (Math.hypot(x - 0.5, y - 0.66) < 0.07 || box(x, y, { cx: 0.5, cy: 0.75, w: 0.06, h: 0.16, r: 0.02 }) < 0)
    return WHITE;
  if (Math.abs(body + 0.032) < 0.032) return WHITE;
  return body > 0 && shackle(x, y, { top: 0.3, radius: 0.21, half: 0.034 }) < 0 ? WHITE : NOTHING;
};

/** Points a side in which each pixel is looked at, so that edges are smooth. */
const SAMPLES = 4;

/** PNG, 8-bit RGBA: https://www.w3.org/TR/png-3/ */
function png(size: number, picture: Picture): Buffer {
  const rows = Array.from({ length: size }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: size }, (__, x) => pixel(picture, { x, y, size })).flat()]),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Colours are weighed by how much of them shows. */
function pixel(picture: Picture, { x, y, size }: { x: number; y: number; size: number }): number[] {
  const points = Array.from({ length: SAMPLES * SAMPLES }, (_, i) =>
    picture((x + ((i % SAMPLES) + 0.5) / SAMPLES) / size, (y + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES) / size),
  );
  const alpha = points.reduce((sum, point) => sum + point[3], 0);
  const mean = (channel: 0 | 1 | 2): number =>
    alpha === 0 ? 255 : Math.round(points.reduce((sum, point) => sum + point[channel] * point[3], 0) / alpha);
  return [mean(0), mean(1), mean(2), Math.round(alpha / points.length)];
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), data]);
  const length = Buffer.alloc(4);
  const check = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

writeFileSync(join(import.meta.dirname, 'color.png'), png(192, color));
writeFileSync(join(import.meta.dirname, 'outline.png'), png(32, outline));
