// YAML text to an Entry, or to the list of everything that is wrong with it, each with its line and remedy.
import { type Document, isMap, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Entry, entrySchema } from './entry.ts';

/** Something wrong in a file of knowledge/: where, what, and how to mend it. `line` counts from 1. */
export type Problem = { readonly file: string; readonly line: number; readonly path: string; readonly message: string };

export type Parsed =
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

/** Reads one entry. `file` is the path below the knowledge folder, `aws/expired-token.yaml`; it must agree with the id. */
export function parseEntry(file: string, text: string): Parsed {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const syntax = document.errors.map(error => ({
    file,
    line: lines.linePos(error.pos[0]).line,
    path: '',
    message: `is not YAML: ${error.message}. Quote texts that hold a colon, a hash or a bracket`,
  }));
  if (syntax.length > 0) return { kind: 'problems', problems: syntax };

  const value: unknown = document.toJS();
  const at = (path: readonly PropertyKey[], message: string): Problem => ({
    file,
    line: lineOf(document, lines, path),
    path: showPath(path),
    message,
  });
  const result = entrySchema.safeParse(value);
  if (!result.success) return { kind: 'problems', problems: result.error.issues.flatMap(issue => explain(issue, at)) };
  const order = checkForm(document, file, result.data, at);
  return order.length > 0 ? { kind: 'problems', problems: order } : { kind: 'entry', entry: result.data };
}

/** `file:line path: message`, the form in which every problem is printed. */
export function showProblem(problem: Problem, folder = 'knowledge'): string {
  return `${folder}/${problem.file}:${problem.line} ${problem.path ? `${problem.path}: ` : ''}${problem.message}.`;
}

/** The line (from 1) where `examples.match[1]` or `step who-am-i` stands in the text of an entry; 1 where it cannot be told. */
export function locate(text: string, path: string): number {
  const step = /^step (\S+)/.exec(path)?.[1];
  if (step !== undefined) return lineHolding(text, `- id: ${step}`);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const keys = path.split(/[.[\]]+/).filter(key => key !== '');
  return lineOf(
    document,
    lines,
    keys.map(key => (/^\d+$/.test(key) ? Number(key) : key)),
  );
}

function lineHolding(text: string, part: string): number {
  const at = text.split('\n').findIndex(line => line.trim() === part);
  return at + 1 || 1;
}

type At = (path: readonly PropertyKey[], message: string) => Problem;

function explain(issue: z.core.$ZodIssue, at: At): Problem[] {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key =>
        at([...issue.path, key], 'is not a key of the form. Remove it, or correct its spelling'),
      );
    case 'invalid_type':
      return [at(issue.path, missing(issue) ? 'is missing. Add it' : `must be ${article(issue.expected)}`)];
    case 'invalid_union':
      return [at(issue.path, 'must hold one of code, text, pattern; with and proves are all it may have besides')];
    case 'too_small':
      return [
        at(issue.path, issue.origin === 'array' ? 'has too few items. Add some, or remove the key' : issue.message),
      ];
    default:
      return [at(issue.path, issue.message)];
  }
}

const missing = (issue: z.core.$ZodIssueInvalidType): boolean => issue.input === undefined && !('received' in issue);
const article = (type: string): string => (type === 'array' ? 'a list' : type === 'object' ? 'a mapping' : `a ${type}`);

const KEYS = Object.keys(entrySchema.shape);

function checkForm(document: Document, file: string, entry: Entry, at: At): Problem[] {
  const problems: Problem[] = [];
  if (`${entry.id}.yaml` !== file)
    problems.push(at(['id'], `does not fit its place. Move the file to ${entry.id}.yaml`));
  if (entry.provider !== entry.id.split('/')[0]) problems.push(at(['provider'], 'is not the first part of the id'));
  const keys = isMap(document.contents) ? document.contents.items.map(item => String(item.key)) : [];
  const sorted = keys.toSorted((a, b) => KEYS.indexOf(a) - KEYS.indexOf(b));
  const misplaced = keys.find((key, i) => key !== sorted[i]);
  if (misplaced) problems.push(at([misplaced], `stands out of order. The order is ${sorted.join(', ')}`));
  return problems;
}

function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node: unknown = document.getIn(path.slice(0, depth), true);
    const start = rangeStart(node);
    if (start !== undefined) return lines.linePos(start).line;
  }
  return 1;
}

function rangeStart(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return undefined;
  const start: unknown = node.range[0];
  return typeof start === 'number' ? start : undefined;
}

const showPath = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (shown, key) => (typeof key === 'number' ? `${shown}[${key}]` : shown ? `${shown}.${String(key)}` : String(key)),
    '',
  );
