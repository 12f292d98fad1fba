// Sealed text: opens with its key for its owner, and in no other way.
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KeyRing, open, parseKeys, seal } from '../../../src/store/installations/sealing.ts';

const someKey = (): string => randomBytes(32).toString('base64');

const ring = (...keys: readonly string[]): KeyRing => {
  const parsed = parseKeys(keys.join(','));
  if (parsed.kind !== 'keys') throw new Error(`key ${parsed.nth}`);
  return parsed.keys;
};

const OLD = someKey();
const NEW = someKey();
const keys = ring(OLD);

/** The text with its nth character exchanged for another. */
const changedAt = (text: string, nth: number): string => {
  const other = text[nth] === 'A' ? 'B' : 'A';
  return `${text.slice(0, nth)}${other}${text.slice(nth + 1)}`;
};

describe('a sealed text', () => {
  it('comes out as it went in, whatever it is, and shows nothing of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 12 }), fc.string(), (text, owner) => {
        const sealed = seal(keys, owner, text);
        expect(sealed).not.toContain(text);
        expect(open(keys, owner, sealed)).toEqual({ kind: 'opened', text, isOld: false });
      }),
    );
  });

  it('is another one each time', () => {
    expect(seal(keys, 'T1', 'text')).not.toBe(seal(keys, 'T1', 'text'));
  });

  it('opens for nobody else', () => {
    expect(open(keys, 'T2', seal(keys, 'T1', 'text'))).toEqual({ kind: 'unreadable', why: 'tampered' });
  });

  it('does not open when any one character of it was changed', () => {
    const sealed = seal(keys, 'T1', 'a token');
    for (let i = 0; i < sealed.length; i++)
      // The last character of base64 may hold bits that mean nothing.
      if (open(keys, 'T1', changedAt(sealed, i)).kind === 'opened')
        expect(Buffer.from(changedAt(sealed, i).split('.')[3] ?? '', 'base64url')).toEqual(
          Buffer.from(sealed.split('.')[3] ?? '', 'base64url'),
        );
  });

  it.each(['', 's1', 's1...', 's2.a.b.c', 'nonsense', `s1.${keys.first.id}.AAAA.AAAA`])(
    'is unreadable, not a crash, when it is %j',
    text => {
      expect(open(keys, 'T1', text).kind).toBe('unreadable');
    },
  );
});

describe('a new key', () => {
  const sealed = seal(keys, 'T1', 'text');

  it('in front of the old one opens what the old one sealed, and says that it is old', () => {
    expect(open(ring(NEW, OLD), 'T1', sealed)).toEqual({ kind: 'opened', text: 'text', isOld: true });
  });

  it('behind the old one changes nothing', () => {
    expect(open(ring(OLD, NEW), 'T1', sealed)).toEqual({ kind: 'opened', text: 'text', isOld: false });
  });

  it('alone does not open it', () => {
    expect(open(ring(NEW), 'T1', sealed)).toEqual({ kind: 'unreadable', why: 'no-such-key' });
  });
});

describe('keys as they are written', () => {
  it('may stand behind commas, blanks or on lines, in either alphabet of base64', () => {
    const [a, b] = [someKey(), someKey()];
    expect(parseKeys(`${a}, ${b}\n`)).toMatchObject({ kind: 'keys', keys: { all: [{}, {}] } });
    const urlSafe = Buffer.from(a, 'base64').toString('base64url');
    expect(ring(urlSafe).first.id).toBe(ring(a).first.id);
  });

  it.each([
    ['nothing', '', 1],
    ['too short', randomBytes(16).toString('base64'), 1],
    ['too long', randomBytes(33).toString('base64'), 1],
    ['a pass phrase', 'correct horse battery staple', 1],
    ['base64 with something else in it', `${someKey().slice(0, -2)}!=`, 1],
    ['a good one and a bad one', `${someKey()},short`, 2],
  ])('are refused when there is %s, and which of them', (_, text, nth) => {
    expect(parseKeys(text)).toEqual({ kind: 'malformed', nth });
  });
});
