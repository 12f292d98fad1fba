// The home tab: my open checklists, the last week, how to use it, and for maintainers what is in force.
import { line, plain } from '../line.ts';
import type { Block } from '../reply.ts';
import { TEXTS } from '../texts.ts';
import type { Tally, Thread } from '../thread.ts';
import { type Context, commandOf, type Settings } from '../turn.ts';
import { openLists, statsBlocks } from './numbers.ts';
import type { Page } from './page.ts';

/** What maintainers see: the configuration in force, and what is wrong with it, each line ready to be read. */
export type Upkeep = { readonly inForce: readonly string[]; readonly problems: readonly string[] };

export type AtHome = {
  readonly mine: readonly Thread[];
  readonly tallies: readonly Tally[];
  readonly upkeep?: Upkeep;
};

export function homePage({ mine, tallies, upkeep }: AtHome, { entries, settings }: Context): Page {
  const lists = openLists(mine, entries);
  const none: Block = { kind: 'text', text: [plain(TEXTS.nothingOpen)] };
  return {
    title: TEXTS.pages.home,
    blocks: [
      { kind: 'heading', text: TEXTS.myLists },
      ...(lists.length > 0 ? lists : [none]),
      { kind: 'divider' },
      { kind: 'heading', text: TEXTS.lastWeek },
      ...statsBlocks(tallies, entries),
      { kind: 'divider' },
      { kind: 'heading', text: TEXTS.howTo },
      waysOf(settings),
      ...(upkeep ? upkeepBlocks(upkeep) : []),
    ],
  };
}

/** What one can do with us, the command worded as on this surface. */
export function waysOf(settings: Settings): Extract<Block, { kind: 'list' }> {
  const { word, hasForm } = commandOf(settings);
  return { kind: 'list', items: TEXTS.ways(word, hasForm).map(text => line(text)) };
}

const upkeepBlocks = ({ inForce, problems }: Upkeep): Block[] => [
  { kind: 'divider' },
  { kind: 'heading', text: TEXTS.inForce },
  { kind: 'list', items: inForce.map(text => line(text)) },
  ...(problems.length > 0
    ? ([
        { kind: 'heading', text: TEXTS.problems(problems.length) },
        { kind: 'list', items: problems.map(text => line(text)) },
      ] as const)
    : [{ kind: 'quiet', text: [plain(TEXTS.noProblems)] } as const]),
];
