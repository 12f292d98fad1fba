// Figures as a table that is read in a terminal: a title, then columns under their headings.

export type Table = {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What to know of it, below. */
  readonly notes?: readonly string[];
};

const GAP = '   ';

/** The first column to the left, figures to the right. */
export function drawTable({ title, columns, rows, notes = [] }: Table): string {
  const widths = columns.map((_, i) => Math.max(...[columns, ...rows].map(row => (row[i] ?? '').length)));
  const draw = (row: readonly string[]): string =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join(GAP)
      .trimEnd();
  return [title, ...[columns, ...rows].map(row => `  ${draw(row)}`), ...notes.map(note => `  ${note}`)].join('\n');
}

export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

export function duration(micros: number): string {
  if (micros < 10_000) return `${Math.round(micros).toLocaleString('en')} µs`;
  return micros < 1e6 ? `${Math.round(micros / 1_000)} ms` : `${(micros / 1e6).toFixed(1)} s`;
}

export const times = (ratio: number): string =>
  `${ratio < 10 ? ratio.toFixed(1) : Math.round(ratio).toLocaleString('en')}×`;
