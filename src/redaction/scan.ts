// Runs the rules over a text and settles where their findings overlap.
import { isOpaque, isPlainlySaid } from './checks.ts';
import { compileKeywords } from './keywords.ts';
import { isPlaceholder } from './placeholder.ts';
import type { Rule } from './rule.ts';
import { RULES } from './rules.ts';

/** A secret at [start, end) of the text; `issued` says that a provider made all of it. */
export type Span = { readonly start: number; readonly end: number } & Pick<Rule, 'kind' | 'issued'>;

/** How much of the text behind a candidate a check may see, in characters. */
const AFTER = 48;

const MASK = /\[redacted:[a-z0-9-]{1,40}\]/g;

/** Stands for a mask while rules run, so that none reads a mask's own words; a noncharacter that no rule knows. */
const FILLER = '\uffff';

/** Each echo is a walk over the text: for so many secrets it stays linear, and nobody pastes more of them twice. */
const MAX_ECHOED = 20;

const SHORTEST_ECHO = 8;

/** What was taken for a value and is none may begin the next name; read again, if short, for the walk to stay linear. */
const MAX_REREAD = 64;

const eachKeyword = compileKeywords(RULES.map(rule => rule.keywords));

/** Every secret that the rules find, in order, none touching another. What reaches into a mask is hidden already. */
export function findSecrets(text: string): readonly Span[] {
  const blanked = text.replace(MASK, mask => FILLER.repeat(mask.length));
  const spans = run(blanked);
  const found = spans.filter(({ start, end }) => text.slice(start, end) === blanked.slice(start, end));
  return settle([...found, ...echoes(blanked, found)]);
}

/** Rules that are anchored are tried at each keyword, the others once over the whole text. In the order of the rules. */
function run(text: string): Span[] {
  const found = new Map<number, Span[]>();
  const resume = new Map<number, number>();
  eachKeyword(text, (number, start) => {
    const rule = RULES[number];
    if (!rule) return;
    const spans = found.get(number) ?? [];
    found.set(number, spans);
    if (rule.isAnchored && start >= (resume.get(number) ?? 0))
      resume.set(number, next(rule, text, start, 0, spans) ?? start);
  });
  const inOrder = [...found].sort(([a], [b]) => a - b);
  for (const [number, spans] of inOrder) {
    const rule = RULES[number];
    if (rule && !rule.isAnchored) collect(rule, text, spans);
  }
  return inOrder.flatMap(([, spans]) => spans);
}

/** The same secrets elsewhere in the text, as when a log repeats what was set; a word may stand there for itself. */
function echoes(text: string, spans: readonly Span[]): readonly Span[] {
  const secrets = new Map<string, Span>();
  for (const span of spans) {
    if (secrets.size === MAX_ECHOED) break;
    const secret = text.slice(span.start, span.end);
    if (secret.length >= SHORTEST_ECHO && (isOpaque(secret) || isPlainlySaid(secret))) secrets.set(secret, span);
  }
  return [...secrets].flatMap(([secret, span]) =>
    placesOf(secret, text).map(start => ({ ...span, start, end: start + secret.length })),
  );
}

function placesOf(secret: string, text: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + secret.length)) places.push(at);
  return places;
}

function collect(rule: Rule, text: string, spans: Span[]): void {
  if (!rule.inside) search(rule, text, 0, spans);
  else for (const region of text.matchAll(rule.inside)) search(rule, region[0], region.index, spans);
}

/** Looks through one region, which begins at `offset` of the whole text. */
function search(rule: Rule, region: string, offset: number, spans: Span[]): void {
  let at: number | undefined = 0;
  while (at !== undefined) at = next(rule, region, at, offset, spans);
}

/** Looks for one match from `at` on, and says where to look for the next. */
function next(rule: Rule, region: string, at: number, offset: number, spans: Span[]): number | undefined {
  const { pattern, kind, issued } = rule;
  pattern.lastIndex = at;
  const match = pattern.exec(region);
  if (!match) return undefined;
  const [start, end] = match.indices?.find((at, group) => group > 0 && at) ?? match.indices?.[0] ?? [0, 0];
  if (isSecret(rule, region, [match.index, start, end]))
    spans.push({ start: offset + start, end: offset + end, kind, issued });
  else if (start > match.index && end - start <= MAX_REREAD) return start;
  return pattern.lastIndex;
}

function isSecret({ check }: Rule, region: string, [from, start, end]: readonly [number, number, number]): boolean {
  const secret = region.slice(start, end);
  if (isPlaceholder(secret)) return false;
  return check?.(secret, region.slice(from, start), region.slice(end, end + AFTER)) ?? true;
}

/** Overlapping findings become one over all of them: the longest names it, and of equals the first rule. */
function settle(spans: Span[]): readonly Span[] {
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const settled: Span[] = [];
  for (const span of spans) {
    const last = settled.at(-1);
    if (last && span.start < last.end) settled[settled.length - 1] = join(last, span);
    else settled.push(span);
  }
  return settled;
}

function join(a: Span, b: Span): Span {
  const longer = b.end - b.start > a.end - a.start ? b : a;
  const end = Math.max(a.end, b.end);
  return {
    start: a.start,
    end,
    kind: longer.kind,
    issued: longer.issued && longer.start === a.start && longer.end === end,
  };
}
