// Holds every rule to its own examples, both ways, and its pattern to a form that cannot blow up.
import { describe, expect, it } from 'vitest';
import { isPlaceholder } from '../../src/redaction/placeholder.ts';
import { redact } from '../../src/redaction/redact.ts';
import type { Rule } from '../../src/redaction/rule.ts';
import { RULES } from '../../src/redaction/rules.ts';
import { textOf } from './example.ts';
import { EXAMPLES } from './examples.ts';

describe('each example', () => {
  it.each(EXAMPLES.map((example, number) => [example.kind, number, example] as const))(
    'hides the %s of example %i',
    (kind, _, example) => {
      const { text, found } = redact(textOf(example));
      expect(text).not.toContain(example.secret);
      expect(text).toContain(`[redacted:${kind}]`);
      expect(found.map(secret => secret.kind)).toContain(kind);
    },
  );

  it.each(EXAMPLES.map(({ kind, near }) => [kind, near] as const))('leaves what only resembles a %s: %s', (_, near) => {
    expect(redact(near)).toEqual({ text: near, found: [] });
  });
});

describe('each rule', () => {
  it.each(RULES.map((rule, number) => [`${number} ${rule.kind}`, rule] as const))(
    '%s has an example that it finds itself',
    (_, rule) => {
      expect(EXAMPLES.some(example => example.kind === rule.kind && finds(rule, textOf(example)))).toBe(true);
    },
  );

  it.each(RULES.map(rule => [rule.kind, rule] as const))(
    '%s has a kebab-case kind and lower-case keywords',
    (kind, rule) => {
      expect(kind).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(rule.keywords.length).toBeGreaterThan(0);
      for (const keyword of rule.keywords) expect(keyword).toBe(keyword.toLowerCase());
    },
  );

  it.each(RULES.filter(rule => rule.isAnchored).map((rule, number) => [`${number} ${rule.kind}`, rule] as const))(
    '%s matches nothing that does not begin with a keyword',
    (_, rule) => {
      const texts = EXAMPLES.flatMap(example => [textOf(example), example.near]);
      for (const text of texts)
        for (const { index } of matchesOf(rule, text)) {
          const rest = text.slice(index).toLowerCase();
          expect(rule.keywords.some(keyword => rest.startsWith(keyword))).toBe(true);
        }
    },
  );

  it.each(RULES.map(rule => [rule.kind, rule.pattern.source] as const))(
    '%s repeats nothing without a bound',
    (_, source) => {
      const outsideClasses = source.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
      expect(outsideClasses).not.toMatch(/[*+]|\{\d+,\}/);
    },
  );
});

/** Whether this rule, without the others, sees a secret in the text. */
function finds(rule: Rule, text: string): boolean {
  if (!rule.keywords.some(keyword => text.toLowerCase().includes(keyword))) return false;
  const regions = rule.inside ? [...text.matchAll(rule.inside)].map(match => match[0]) : [text];
  return regions.some(region => matchesOf(rule, region).some(match => accepts(rule, match, region)));
}

const matchesOf = ({ pattern }: Rule, text: string): RegExpExecArray[] => [
  ...text.matchAll(new RegExp(pattern.source, pattern.flags.replace('y', 'g'))),
];

function accepts(rule: Rule, match: RegExpExecArray, region: string): boolean {
  const [start, end] = match.indices?.find((at, group) => group > 0 && at) ?? match.indices?.[0] ?? [0, 0];
  const secret = region.slice(start, end);
  return (
    !isPlaceholder(secret) &&
    (rule.check?.(secret, region.slice(match.index, start), region.slice(end, end + 48)) ?? true)
  );
}
