// A zip file of a few entries, deflated. The format: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
import { crc32, deflateRawSync } from 'node:zlib';

export type ZipEntry = { readonly name: string; readonly bytes: Buffer };

const VERSION = 20;
const DEFLATED = 8;
/** 1 January 1980, midnight: the same package has the same bytes whenever it is made. */
const DATE = 0x21;

export function zip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const packed = deflateRawSync(bytes, { level: 9 });
    const shared = describeEntry(Buffer.byteLength(name), bytes, packed.length);
    const local = Buffer.concat([signature(0x04034b50), shared, Buffer.from(name), packed]);
    directory.push(Buffer.concat([signature(0x02014b50), two(VERSION), shared, tail(offset), Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const counts = [two(0), two(0), two(entries.length), two(entries.length)];
  const end = Buffer.concat([signature(0x06054b50), ...counts, four(central.length), four(offset), two(0)]);
  return Buffer.concat([...parts, central, end]);
}

/** The fields that stand alike before an entry's data and in the directory: version to extra field length. */
const describeEntry = (nameLength: number, bytes: Buffer, packedLength: number): Buffer =>
  Buffer.concat([
    ...[VERSION, 0, DEFLATED, 0, DATE].map(two),
    ...[crc32(bytes), packedLength, bytes.length].map(four),
    ...[nameLength, 0].map(two),
  ]);

/** No comment, first disk, no attributes; where the entry begins. */
const tail = (offset: number): Buffer => Buffer.concat([two(0), two(0), two(0), four(0), four(offset)]);

const signature = (value: number): Buffer => four(value);
const two = (value: number): Buffer => Buffer.from(Uint8Array.of(value & 0xff, value >> 8));
const four = (value: number): Buffer => {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
};
