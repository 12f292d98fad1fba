// What people write: chatter and errors, those of the cases about which it is decided rightly, so that all of a kind take one way.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { decide, THRESHOLDS } from '../../../src/matching/decide.ts';
import { createMatcher } from '../../../src/matching/matcher.ts';
import { redact } from '../../../src/redaction/redact.ts';
import { loadKnowledge } from '../../../src/service/knowledge/load.ts';

export type Kind = 'chatter' | 'errors';
export type Texts = Readonly<Record<Kind, readonly string[]>>;

const CASES = join(import.meta.dirname, '../../../test/cases');

export async function readTexts(): Promise<Texts> {
  const matcher = createMatcher(await loadKnowledge());
  const isChatter = (text: string): boolean => {
    const { text: redacted, found } = redact(text);
    return found.length === 0 && decide(matcher.match(redacted), THRESHOLDS.unaddressed).kind === 'silent';
  };
  return {
    chatter: read('silence').filter(isChatter),
    errors: read('errors').filter(text => !isChatter(text)),
  };
}

const line = z.object({ text: z.string() });

const read = (name: string): readonly string[] =>
  readFileSync(join(CASES, `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map(one => line.parse(JSON.parse(one)).text);
