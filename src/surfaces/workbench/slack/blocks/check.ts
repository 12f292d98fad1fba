// Checks blocks and views as Slack does, and words what is wrong as Slack does.
import type { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { type Block, messageBlocks, type ViewShape, viewShape } from './blocks.ts';
import { elementsOf } from './options.ts';

export type Checked<Value> =
  | { readonly kind: 'fine'; readonly value: Value }
  | { readonly kind: 'refused'; readonly error: string; readonly problems: readonly string[] };

export function checkBlocks(given: unknown): Checked<readonly Block[]> {
  if (!Array.isArray(given)) return { kind: 'refused', error: 'invalid_blocks_format', problems: [] };
  const parsed = messageBlocks.safeParse(given);
  if (!parsed.success) return refused('invalid_blocks', problemsOf(parsed.error, given, '/blocks'));
  const repeats = repeatedIds(parsed.data, '/blocks');
  if (repeats.length > 0) return refused('invalid_blocks', repeats);
  if (textLength(parsed.data) > LIMITS.textPerMessage) return refused('msg_blocks_too_long', []);
  return { kind: 'fine', value: parsed.data };
}

export function checkView(given: unknown): Checked<ViewShape> {
  const parsed = viewShape.safeParse(given);
  if (!parsed.success) return refused('invalid_arguments', problemsOf(parsed.error, given, '/view'));
  const repeats = repeatedIds(parsed.data.blocks, '/view/blocks');
  if (repeats.length > 0) return refused('invalid_arguments', repeats);
  if (JSON.stringify(given).length > LIMITS.viewBytes) return refused('view_too_large', []);
  return { kind: 'fine', value: parsed.data };
}

const refused = (error: string, problems: readonly string[]) => ({ kind: 'refused', error, problems }) as const;

const problemsOf = (error: z.ZodError, given: unknown, root: string): readonly string[] =>
  error.issues.flatMap(issue => wording(issue, given).map(([said, at]) => `${said} [json-pointer:${root}${at}]`));

type Issue = z.core.$ZodIssue;
type Said = readonly [wording: string, at: string];

function wording(issue: Issue, given: unknown): readonly Said[] {
  const at = pointer(issue.path);
  if (issue.code === 'too_big') return [[tooMuch(issue), at]];
  if (issue.code === 'too_small') return [[tooLittle(issue), at]];
  if (issue.code === 'unrecognized_keys') return issue.keys.map(key => [`invalid additional property: ${key}`, at]);
  if (issue.code === 'custom') return [[issue.message, at]];
  const found = valueAt(given, issue.path);
  if (found === undefined)
    return [[`missing required field: ${String(issue.path.at(-1))}`, pointer(issue.path.slice(0, -1))]];
  if (issue.path.at(-1) === 'type') return [[`unsupported type: ${String(found)}`, at]];
  return [['failed to match all allowed schemas', at]];
}

const tooMuch = (issue: z.core.$ZodIssueTooBig): string =>
  issue.origin === 'array'
    ? `no more than ${issue.maximum} items allowed`
    : `must be less than ${Number(issue.maximum) + 1} characters`;

const tooLittle = (issue: z.core.$ZodIssueTooSmall): string =>
  issue.origin === 'array'
    ? `no fewer than ${issue.minimum} items allowed`
    : `must be more than ${Number(issue.minimum) - 1} characters`;

const pointer = (path: readonly PropertyKey[]): string => path.map(step => `/${String(step)}`).join('');

function valueAt(given: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = given;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

function repeatedIds(blocks: readonly Block[], root: string): readonly string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  blocks.forEach((block, index) => {
    const actions = elementsOf(block).flatMap(element =>
      'action_id' in element && element.action_id ? [element.action_id] : [],
    );
    const twice = actions.find((id, at) => actions.indexOf(id) !== at);
    if (twice) problems.push(`\`action_id\` ${twice} already exists [json-pointer:${root}/${index}/elements]`);
    if (block.block_id && seen.has(block.block_id))
      problems.push(`\`block_id\` ${block.block_id} already exists [json-pointer:${root}/${index}/block_id]`);
    if (block.block_id) seen.add(block.block_id);
  });
  return problems;
}

/** The sum of all texts, whatever they belong to. */
function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + textLength(one), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, one]) => sum + (key === 'text' && typeof one === 'string' ? one.length : textLength(one)),
    0,
  );
}
