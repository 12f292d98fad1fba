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
  const kinds = someOf([...new Set(event.text.found.map(describe))]);
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
      ...(entry ? [{ kind: 'quiet', text: [bold(`${TEXTS.whenToEscalate} `), ...line(entry.escalate)] } as const] : []),
    ],
  };
}

/** Who pastes a whole file needs no roll-call. */
const MOST_KINDS = 8;
const someOf = (kinds: readonly string[]): readonly string[] =>
  kinds.length <= MOST_KINDS ? kinds : [...kinds.slice(0, MOST_KINDS), TEXTS.more(kinds.length - MOST_KINDS)];

/** A command's words are shown to nobody else, if the platform gave a way back to the one who asked. */
const isSeenByOthers = (event: Written): boolean => event.kind !== 'command-given' || event.returnPath === undefined;

const describe = ({ kind, lastFour }: FoundSecret): string =>
  kind.replaceAll('-', ' ') + (lastFour ? `, ${TEXTS.endingIn(lastFour)}` : '');

/** A step of the note: what is general is said in a line; where its use shows is said unless a step of its own does. */
export type Told = { readonly step: Step; readonly shows: 'title' | 'way' | 'way and use' };

/** Revoke each where it was issued, replace it, then look what was done with it: the provider's way, or the general one. */
export function stepsFor(found: readonly FoundSecret[], entry: Entry): readonly Told[] {
  const known = new Map(allCauses(entry).flatMap(cause => cause.steps.map(step => [step.id, step])));
  const told = (id: string, shows: Told['shows']): Told[] => {
    const step = known.get(id);
    return step ? [{ step, shows }] : [];
  };
  const branches = branchesOf(found.map(({ kind }) => kind)).slice(0, MOST_BRANCHES);
  const checked = branches.filter(branch => known.has(`check-${branch}`));
  return [
    ...branches.flatMap(branch => told(`revoke-${branch}`, checked.includes(branch) ? 'way' : 'way and use')),
    ...told('rotate', 'title'),
    ...checked.flatMap(branch => told(`check-${branch}`, 'way')),
    ...(checked.length === 0 ? told('check-use', 'title') : []),
  ];
}

/** What to do, with what care, the command or the clicks. */
function stepBlocks({ step, shows }: Told, number: number): Block[] {
  const title: Block = { kind: 'text', text: [bold(`${number} · ${fill(step.do, {})}`)] };
  if (shows === 'title') return [title];
  const documentation = step.docs ? [link(TEXTS.documentation(new URL(step.docs).host), step.docs)] : [];
  const clicks = step.console ? [...line(step.console), plain(' ')] : [];
  const where = [...clicks, ...documentation];
  return [
    title,
    ...(step.warn ? [{ kind: 'text', text: [bold(`${TEXTS.warning} `), ...line(step.warn)] } as const] : []),
    ...(step.run ? [{ kind: 'code', text: fill(step.run.trimEnd(), {}) } as const] : []),
    ...(where.length > 0 ? [{ kind: 'text', text: where } as const] : []),
    ...(shows === 'way and use' ? [{ kind: 'quiet', text: line(step.expect) } as const] : []),
  ];
}
