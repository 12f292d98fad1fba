// What maintainers see to in a channel: what nobody could answer there, and how it is listened to.
import { bold, code, plain } from '../../line.ts';
import { GAPS_DAYS, gapBlocks } from '../../looks/gaps.ts';
import type { Line } from '../../reply.ts';
import { TEXTS } from '../../texts.ts';
import { type Context, commandOf, type Listen, type Settings, type Turn } from '../../turn.ts';
import { type Given, privately } from './privately.ts';

export const isMaintainer = ({ by }: Given, { settings }: Context): boolean => settings.maintainers.includes(by.id);

export function gaps(event: Given, context: Context): Turn {
  const refused = refuse(event, context);
  if (refused) return refused;
  return privately(
    event,
    TEXTS.gapsTitle(GAPS_DAYS),
    gapBlocks(context.gaps ?? { unanswered: [], tallies: [] }, context.entries),
    ['gaps'],
  );
}

/** What is typed, and what it stands for: `on` is the opposite of `off`. */
const WAYS: Readonly<Record<string, Listen>> = {
  on: 'all',
  all: 'all',
  errors: 'errors',
  mention: 'mention',
  off: 'off',
};

/** Without a word it tells how the channel is listened to now. */
export function watch(event: Given, word: string, context: Context): Turn {
  const refused = refuse(event, context);
  if (refused) return refused;
  const listen = Object.hasOwn(WAYS, word) ? WAYS[word] : undefined;
  if (!listen) return privately(event, watchTitle(word, context.settings), [{ kind: 'list', items: waysOf(context) }]);
  const turn = privately(event, TEXTS.watchedNow(TEXTS.listens[listen]), [], [`watch ${listen}`]);
  return { ...turn, watch: { listen, by: event.by, at: event.at } };
}

const watchTitle = (word: string, { listen, watch: set }: Settings): string =>
  [
    ...(word === '' ? [] : [TEXTS.noSuchWay(word)]),
    TEXTS.watched(TEXTS.listens[listen]),
    ...(set ? [TEXTS.watchSet(set.by.name, set.at)] : []),
  ].join(' ');

const waysOf = ({ settings }: Context): Line[] =>
  Object.entries(WAYS)
    .filter(([word]) => word !== 'all')
    .map(([word, listen]) => [
      code(`${commandOf(settings).word} watch ${word}`),
      plain(`: ${TEXTS.listens[listen]}`),
      ...(listen === settings.configured ? [bold(` (${TEXTS.asConfigured})`)] : []),
    ]);

/** Undefined where a maintainer asks in a channel. */
function refuse(event: Given, context: Context): Turn | undefined {
  const { maintainers } = context.settings;
  if (!isMaintainer(event, context)) {
    const people = maintainers.flatMap((id): Line => [plain(' '), { kind: 'person', id }]);
    const said = maintainers.length > 0 ? TEXTS.onlyMaintainers : TEXTS.noMaintainers;
    return privately(event, said, people.length > 0 ? [{ kind: 'text', text: [plain(TEXTS.theyAre), ...people] }] : []);
  }
  return event.direct || event.place.channel === '' ? privately(event, TEXTS.onlyInChannel, []) : undefined;
}
