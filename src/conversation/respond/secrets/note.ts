// A private note to whoever pasted a live secret: what was seen, and how its provider's secrets are revoked, replaced and checked.
import { allCauses } from '../../../knowledge/check.ts';
import type { Entry, Step } from '../../../knowledge/entry.ts';
import type { FoundSecret } from '../../../redaction/redact.ts';
import { bold, fill, line, link, plain } from '../../line.ts';
import type { Block, Reply } from '../../reply.ts';
import { TEXTS } from '../../texts.ts';
import type { Context, Turn } from '../../turn.ts';
import { branchesOf } from './branches.ts';
import { reportsOf, type Written } from './report.ts';

/** The entry that says how to revoke, replace and check. */
const SECRET_ENTRY = 'general/secret-exposed';

/** Who pastes a whole file of secrets gets the ways for so many of them, and the entry for the rest. */
const MOST_BRANCHES = 3;

export function withSecretNote(event: Written, turn: Turn, context: Context): Turn {
  if (event.text.found.length === 0) return turn;
  return {
    ...turn,
    replies: [...turn.replies, note(event, context), ...reportsOf(event, context)],
    counted: [...turn.counted, 'secret seen'],
  };
}

function note(event: Written, { entries }: Context): Reply {
  const kinds = [...new Set(event.text.found.map(describe))];
  const summary = isSeenByOthers(event) ? TEXTS.secretSeen(kinds) : TEXTS.secretSeenAlone(kinds);
  const entry = entries.get(SECRET_ENTRY);
  const steps = entry ? stepsFor(event.text.found, entry) : [];
  const erase = isSeenByOthers(event) ? [TEXTS.eraseMessage] : [];
  return {
    id: `${event.key}#secret`,
    to: { person: event.by.id, ...('returnPath' in event && { returnPath: event.returnPath }) },
    // A thread that nobody has answered in shows no private message: whoever opened it is told in the channel.
    toChannel: event.kind === 'message-pasted',
    summary,
    blocks: [
      { kind: 'text', text: [bold(summary)] },
      ...erase.map((text): Block => ({ kind: 'text', text: [bold(`1 · ${text}`)] })),
      ...steps.flatMap((step, i) => stepBlocks(step, erase.length + i + 1)),
      ...(entry ? [{ kind: 'quiet', text: [plain(entry.escalate)] } as const] : []),
    ],
  };
}

/** A command's words are shown to nobody else, if the platform gave a way back to the one who asked. */
const isSeenByOthers = (event: Written): boolean => event.kind !== 'command-given' || event.returnPath === undefined;

const describe = ({ kind, lastFour }: FoundSecret): string =>
  kind.replaceAll('-', ' ') + (lastFour ? `, ${TEXTS.endingIn(lastFour)}` : '');

/** Revoke each where it was issued, replace it, then look what was done with it: the provider's way, or the general one. */
export function stepsFor(found: readonly FoundSecret[], entry: Entry): readonly Step[] {
  const known = new Map(allCauses(entry).flatMap(cause => cause.steps.map(step => [step.id, step])));
  const branches = branchesOf(found.map(({ kind }) => kind)).slice(0, MOST_BRANCHES);
  const checks = branches.map(branch => (known.has(`check-${branch}`) ? `check-${branch}` : 'check-use'));
  const wanted = new Set([...branches.map(branch => `revoke-${branch}`), 'rotate', ...checks]);
  return [...wanted].flatMap(id => known.get(id) ?? []);
}

/** What to do, with what care, the command or the clicks; what one sees where that tells of its use. */
function stepBlocks(step: Step, number: number): Block[] {
  return [
    { kind: 'text', text: [bold(`${number} · ${fill(step.do, {})}`)] },
    ...(step.warn ? [{ kind: 'text', text: [bold(`${TEXTS.warning} `), ...line(step.warn)] } as const] : []),
    ...(step.run ? [{ kind: 'code', text: fill(step.run.trimEnd(), {}) } as const] : []),
    ...(step.console ? [{ kind: 'text', text: line(step.console) } as const] : []),
    {
      kind: 'text',
      text: [
        ...line(step.expect),
        ...(step.docs ? [plain(' '), link(TEXTS.documentation(new URL(step.docs).host), step.docs)] : []),
      ],
    },
  ];
}
