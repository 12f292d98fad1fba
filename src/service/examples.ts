// Runs the examples inside every entry: what must match it does, what must not does not. The tests run this too.
import type { Finding } from '../knowledge/check.ts';
import { decide, THRESHOLDS } from '../matching/decide.ts';
import { createMatcher, type MatchingKnowledge } from '../matching/matcher.ts';
import { patternProblem } from '../matching/patterns.ts';
import { redact } from '../redaction/redact.ts';

export function checkExamples(knowledge: MatchingKnowledge): Finding[] {
  const matcher = createMatcher(knowledge);
  /** The entry that an unaddressed message would be answered with, or that would be offered first. */
  const spokenFor = (text: string): string | undefined => {
    const decision = decide(matcher.match(redact(text).text), THRESHOLDS.unaddressed);
    return decision.kind === 'answer'
      ? decision.match.entry
      : decision.kind === 'ask'
        ? decision.candidates[0]?.entry
        : undefined;
  };
  const first = (text: string): string | undefined => matcher.match(redact(text).text)[0]?.entry;
  return knowledge.entries.flatMap(({ id, examples, signatures }) => [
    ...signatures.flatMap((signature, i) => {
      const problem = 'pattern' in signature ? patternProblem(signature.pattern) : undefined;
      return problem ? [{ id, path: `signatures[${i}].pattern`, message: problem }] : [];
    }),
    ...examples.match.flatMap((text, i) => {
      const entry = first(text);
      return entry === id
        ? []
        : [{ id, path: `examples.match[${i}]`, message: `is taken for ${entry ?? 'nothing'}. Sharpen the signatures` }];
    }),
    ...examples.reject.flatMap(({ text, entry: other }, i) => {
      const entry = other === undefined ? spokenFor(text) : first(text);
      if (other === undefined ? entry === undefined : entry !== id) return [];
      return [
        {
          id,
          path: `examples.reject[${i}]`,
          message: `is taken for ${entry ?? 'nothing'}. Say in look-alikes what speaks against it`,
        },
      ];
    }),
    ...secrets(id, JSON.stringify(examples), 'examples'),
  ]);
}

/** An example that holds a secret-shaped string would be masked before it is matched, and has no place in a file anyway. */
const secrets = (id: string, text: string, path: string): Finding[] =>
  redact(text).found.map(({ kind }) => ({
    id,
    path,
    message: `holds what looks like a secret (${kind}). Shorten it or use a placeholder`,
  }));
