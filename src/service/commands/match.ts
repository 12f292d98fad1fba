// `match --jsonl`: what the matcher makes of each text, with its evidence.
import { z } from 'zod';
import { decide, THRESHOLDS } from '../../matching/decide.ts';
import { createMatcher } from '../../matching/matcher.ts';
import { redact } from '../../redaction/redact.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { eachLine } from './lines.ts';

const input = z.object({ id: z.union([z.string(), z.number()]), text: z.string(), addressed: z.boolean().optional() });

export async function matchLines(): Promise<void> {
  const matcher = createMatcher(await loadKnowledge());
  await eachLine(input, ({ id, text, addressed = false }) => {
    const candidates = matcher.match(redact(text).text);
    const decision = decide(candidates, addressed ? THRESHOLDS.addressed : THRESHOLDS.unaddressed);
    const answered = decision.kind === 'answer' ? decision.match : undefined;
    return {
      id,
      decision: decision.kind,
      entry: answered?.entry ?? null,
      confidence: candidates[0]?.confidence ?? 0,
      candidates: candidates.map(({ entry, confidence, evidence }) => ({ entry, confidence, evidence })),
      facts: {},
    };
  });
}
