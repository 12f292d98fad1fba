// What must hold for any text whatever.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../src/redaction/redact.ts';
import { RULES } from '../../src/redaction/rules.ts';
import { textOf } from './example.ts';
import { EXAMPLES } from './examples.ts';

const MASK = /\[redacted:[a-z0-9-]+\]/g;

/** Any characters, lone surrogates and control characters too. */
const anything = fc.string({ unit: 'binary', maxLength: 300 });

const someExample = fc.constantFrom(...EXAMPLES);

/** What rules look for, in pieces and in disorder, to provoke them into each other. */
const fragment = fc.oneof(
  fc.constantFrom(...RULES.flatMap(rule => rule.keywords)),
  fc.constantFrom(
    '=',
    ':',
    ' ',
    '\n',
    '"',
    "'",
    '`',
    '@',
    '://',
    '-p ',
    '--',
    ' is ',
    '[redacted:password]',
    '[redacted:',
    ']',
    '&',
    '|',
    '{',
    '}',
  ),
  someExample.map(textOf),
  someExample.map(example => example.secret),
  fc.string({ maxLength: 12 }),
);

const disorder = fc.array(fragment, { maxLength: 14 }).map(fragments => fragments.join(''));

describe('redaction', () => {
  it('takes any text, and a second time changes nothing', () => {
    fc.assert(fc.property(fc.oneof(anything, disorder), text => redact(redact(text).text).text === redact(text).text));
  });

  it('only puts masks in place of something, and reports each', () => {
    fc.assert(
      fc.property(disorder, text => {
        const redaction = redact(text);
        const before = text.match(MASK)?.length ?? 0;
        expect(redaction.text.match(MASK)?.length ?? 0).toBe(before + redaction.found.length);
        expect(isMasked(redaction.text, text)).toBe(true);
      }),
    );
  });

  it('hides a secret wherever its lines stand', () => {
    fc.assert(
      fc.property(someExample, anything, anything, (example, before, after) => {
        const { text } = redact(`${before}\n\n${textOf(example)}\n\n${after}`);
        return !text.includes(example.secret);
      }),
    );
  });

  it('shows at most four characters of a secret, and those of issued ones only', () => {
    fc.assert(
      fc.property(disorder, text =>
        redact(text).found.every(
          ({ lastFour }) => lastFour === undefined || (lastFour.length === 4 && text.includes(lastFour)),
        ),
      ),
    );
  });
});

/** Whether the pieces between the masks stand in the text in the same order. */
function isMasked(redacted: string, text: string): boolean {
  let at = 0;
  return redacted.split(MASK).every(piece => {
    const found = text.indexOf(piece, at);
    at = found + piece.length;
    return found >= 0;
  });
}
