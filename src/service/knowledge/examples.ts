// Runs the examples inside every entry: what must match it does, what must not does not. The tests run this too.
import type { Finding } from '../../knowledge/check.ts';
import { decide, THRESHOLDS } from '../../matching/decide.ts';
import type { Decision } from '../../matching/match.ts';
import { createMatcher, type Matcher, type MatchingKnowledge } from '../../matching/matcher.ts';
import { patternProblem } from '../../matching/signals/patterns.ts';
import { redact } from '../../redaction/redact.ts';

export function checkExamples(knowledge: MatchingKnowledge): Finding[] {
  const matcher = createMatcher(knowledge);
  return knowledge.entries.flatMap(({ id, examples, signatures }) => [
    ...signatures.flatMap((signature, i) => {
      const problem = 'pattern' in signature ? patternProblem(signature.pattern) : undefined;
      return problem ? [{ id, path: `signatures[${i}].pattern`, message: problem }] : [];
    }),
    ...examples.match.flatMap((text, i) => wrongMatch(id, `examples.match[${i}]`, decideOn(text, matcher))),
    ...examples.reject.flatMap(({ text, entry }, i) =>
      wrongReject(id, `examples.reject[${i}]`, entry, decideOn(text, matcher)),
    ),
    ...secrets(id, JSON.stringify(examples), 'examples'),
  ]);
}

/** What an unaddressed message of this text would get. */
const decideOn = (text: string, matcher: Matcher): Decision =>
  decide(matcher.match(redact(text).text), THRESHOLDS.unaddressed);

const spoken = (decision: Decision): readonly string[] =>
  decision.kind === 'answer'
    ? [decision.match.entry]
    : decision.kind === 'ask'
      ? decision.candidates.map(match => match.entry)
      : [];

/** An example must be answered by its own entry: offered among others is an overlap, silence a missing signature. */
function wrongMatch(id: string, path: string, decision: Decision): Finding[] {
  if (decision.kind === 'answer' && decision.match.entry === id) return [];
  const others = spoken(decision).filter(other => other !== id);
  if (others.length > 0)
    return [
      {
        id,
        path,
        message: `is not told from ${others.join(', ')}. Sharpen the signatures, or say in look-alikes what decides`,
      },
    ];
  return [{ id, path, message: 'is not recognised. Add the text that the tool prints as a signature' }];
}

/** A near miss must go to the entry that it names, or get no reply. */
function wrongReject(id: string, path: string, entry: string | undefined, decision: Decision): Finding[] {
  const [first] = spoken(decision);
  if (first === entry) return [];
  return [
    {
      id,
      path,
      message: `is taken for ${first ?? 'nothing'} instead of ${entry ?? 'nothing'}. Say in look-alikes what speaks against it`,
    },
  ];
}

/** An example that holds a secret-shaped string would be masked before it is matched, and has no place in a file anyway. */
const secrets = (id: string, text: string, path: string): Finding[] =>
  redact(text).found.map(({ kind }) => ({
    id,
    path,
    message: `holds what looks like a secret (${kind}). Shorten it or use a placeholder`,
  }));
