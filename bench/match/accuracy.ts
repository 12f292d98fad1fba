// How often a peer is right on labelled cases, and how often it could say so without speaking out of turn.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { redact } from '../../src/redaction/redact.ts';
import type { Find } from '../peers/peer.ts';
import type { Accuracy } from './task.ts';

const caseSchema = z.object({ text: z.string(), accept: z.array(z.string()).default([]) });
type Case = z.infer<typeof caseSchema>;

/** Messages with an error, and messages that must get no answer. */
export const CASE_FILES = ['errors.jsonl', 'silence.jsonl'] as const;

/** One quiet message in so many may be spoken to. */
const QUIET_FOR_ONE_ALARM = 100;

type Asked = { readonly score: number; readonly right: readonly boolean[] };

/** Each file is asked about for `longestMs`: a slow peer gets through a part of the cases, which is said. */
export async function measureAccuracy(find: Find, folder: string, longestMs: number): Promise<Accuracy> {
  const [errorFile, quietFile] = CASE_FILES;
  const errors = await askAll(find, readCases(folder, errorFile), longestMs);
  const quiet = await askAll(find, readCases(folder, quietFile), longestMs);
  const threshold = quiet.map(({ score }) => score).toSorted((a, b) => b - a)[
    Math.floor(quiet.length / QUIET_FOR_ONE_ALARM)
  ];
  const share = (is: (one: Asked) => boolean): number => errors.filter(is).length / Math.max(1, errors.length);
  return {
    errors: errors.length,
    quiet: quiet.length,
    top1: share(({ right }) => right[0] === true),
    top3: share(({ right }) => right.includes(true)),
    ...(quiet.length >= QUIET_FOR_ONE_ALARM && {
      recallAtOnePercent: share(({ right, score }) => right[0] === true && score > (threshold ?? 0)),
    }),
  };
}

async function askAll(find: Find, cases: readonly Case[], longestMs: number): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  const end = performance.now() + longestMs;
  for (const { text, accept } of strewn(cases)) {
    if (performance.now() > end) break;
    const found = await find(redact(text).text);
    asked.push({
      score: found[0]?.score ?? Number.NEGATIVE_INFINITY,
      right: found.map(({ id }) => accept.includes(id)),
    });
  }
  return asked;
}

/** Every 17th, from the first, from the second and so on: neighbours in the file are alike, and any part should be a fair one. */
const strewn = (cases: readonly Case[]): Case[] =>
  Array.from({ length: 17 }, (_, k) => cases.filter((_, i) => i % 17 === k)).flat();

const readCases = (folder: string, file: string): Case[] =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => caseSchema.parse(JSON.parse(line)));
