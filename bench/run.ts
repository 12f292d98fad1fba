// Measures Locksmith beside other libraries, in one run of less than three minutes, and prints tables.
//   npm run bench -- [match] [redaction] [start] [throughput] [--cases DIR] [--long] [--json]
// DIR holds labelled cases that nobody has put into the index: errors.jsonl {text, accept[]} and silence.jsonl {text}.
// --long waits for the slow ones too, which takes up to an hour.
// --json prints one object: of one part its figures, of several the figures of each by its name.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CASE_FILES } from './match/accuracy.ts';
import { measureMatch, type TimeToSpend } from './match/match.ts';
import { NO_CASES, showMatch } from './match/show.ts';
import { toJson } from './match/to-json.ts';
import { measureRedaction, showRedaction } from './redaction.ts';
import { measureStart, showStart } from './running/start.ts';
import { measureThroughput, showThroughput } from './running/throughput/throughput.ts';
import { drawTable, type Table } from './table.ts';

const PARTS = ['redaction', 'start', 'throughput', 'match'] as const;
type Part = (typeof PARTS)[number];
type Measured = { readonly figures: unknown; readonly tables: readonly Table[]; readonly notes: readonly string[] };

/** All of a run; matching, which comes last, gets what the other parts leave. */
const SHORT: TimeToSpend = { deadline: 170_000, processMs: 60_000, casesMs: 6_000, patient: false };
const LONG: TimeToSpend = { deadline: 3_600_000, processMs: 600_000, casesMs: 300_000, patient: true };

const { values, positionals } = parseArgs({
  options: {
    cases: { type: 'string' },
    long: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const unknown = positionals.filter(name => !PARTS.some(part => part === name));
if (unknown.length > 0) refuse(`There is no part ${unknown.join(', ')}. Parts: ${PARTS.join(', ')}.`);
const missing =
  values.cases === undefined ? [] : CASE_FILES.filter(file => !existsSync(join(values.cases ?? '', file)));
if (missing.length > 0)
  refuse(`${values.cases}: no ${missing.join(' and no ')}. Name the folder that holds the cases.`);
const parts = PARTS.filter(part => positionals.length === 0 || positionals.includes(part));
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const measured = new Map<Part, Measured>();
for (const part of parts) measured.set(part, await measure(part));
if (values.json) process.stdout.write(`${JSON.stringify(jsonOf(measured))}\n`);
else
  for (const { tables, notes } of measured.values())
    process.stdout.write([...notes, ...tables.map(drawTable)].map(text => `\n${text}\n`).join(''));

function refuse(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(2);
}

async function measure(part: Part): Promise<Measured> {
  switch (part) {
    case 'match': {
      const figures = measureMatch({ cases: values.cases, time: values.long ? LONG : SHORT, say });
      const notes = values.cases === undefined ? [NO_CASES] : [];
      return { figures: toJson(figures), tables: showMatch(figures, values.cases), notes };
    }
    case 'redaction': {
      say('redaction');
      const figures = await measureRedaction();
      return { figures, tables: [showRedaction(figures)], notes: [] };
    }
    case 'start': {
      const figures = await measureStart(say);
      return { figures, tables: [showStart(figures)], notes: [] };
    }
    case 'throughput': {
      const figures = await measureThroughput(say);
      return { figures, tables: [showThroughput(figures)], notes: [] };
    }
  }
}

function jsonOf(all: ReadonlyMap<Part, Measured>): unknown {
  const [only] = all.values();
  return all.size === 1 ? only?.figures : Object.fromEntries([...all].map(([part, { figures }]) => [part, figures]));
}
