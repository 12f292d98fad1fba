// Forms that apps open and the home tabs they publish: what is open for whom, and how deep.
import type { View } from '../../protocol.ts';
import type { ViewShape } from '../blocks/blocks.ts';
import { nameBlocks } from '../blocks/names.ts';
import { LIMITS } from '../limits.ts';
import type { Ids } from './ids.ts';
import type { Actor } from './loans.ts';

/** `root` and `previous` are views below this one in its stack. */
export type OpenView = Actor & {
  readonly view: View;
  readonly hash: string;
  readonly root: string;
  readonly previous?: string;
};

export type Views = {
  readonly open: (shape: ViewShape, actor: Actor) => OpenView;
  readonly push: (shape: ViewShape, below: OpenView) => OpenView | undefined;
  readonly replace: (shape: ViewShape, open: OpenView) => OpenView;
  readonly publish: (shape: ViewShape, person: string) => OpenView;
  readonly find: (id: string) => OpenView | undefined;
  readonly named: (externalId: string) => OpenView | undefined;
  readonly homeOf: (person: string) => OpenView | undefined;
  readonly homes: () => Readonly<Record<string, View>>;
  readonly close: (id: string) => void;
};

export function createViews(ids: Ids): Views {
  const open = new Map<string, OpenView>();
  const homes = new Map<string, string>();
  const keep = (one: OpenView): OpenView => {
    open.set(one.view.id, one);
    return one;
  };
  const opened = (shape: ViewShape, actor: Actor, below?: OpenView): OpenView => {
    const id = ids.id('V');
    const place = below ? { root: below.root, previous: below.view.id } : { root: id };
    return keep({ ...place, person: actor.person, client: actor.client, hash: ids.ts(), view: named(shape, id, ids) });
  };
  const replaced = (shape: ViewShape, old: OpenView): OpenView =>
    keep({ ...old, hash: ids.ts(), view: named(shape, old.view.id, ids) });
  const homeOf = (person: string) => open.get(homes.get(person) ?? '');
  return {
    open: opened,
    push: (shape, below) => (depthOf(open, below) < LIMITS.viewDepth ? opened(shape, below, below) : undefined),
    replace: replaced,
    publish: (shape, person) => {
      const old = homeOf(person);
      const home = old ? replaced(shape, old) : opened(shape, { person, client: '' });
      homes.set(person, home.view.id);
      return home;
    },
    find: id => open.get(id),
    named: externalId => [...open.values()].find(one => one.view.external_id === externalId),
    homeOf,
    homes: () => Object.fromEntries([...homes.keys()].flatMap(person => entryOf(person, homeOf(person)))),
    close: id => void open.delete(id),
  };
}

function depthOf(open: ReadonlyMap<string, OpenView>, top: OpenView): number {
  const below = top.previous ? open.get(top.previous) : undefined;
  return below ? 1 + depthOf(open, below) : 1;
}

const entryOf = (person: string, home: OpenView | undefined): readonly (readonly [string, View])[] =>
  home ? [[person, home.view]] : [];

/** Slack names every block and every element that the app left without a name. */
const named = (shape: ViewShape, id: string, ids: Ids): View => ({
  ...shape,
  id,
  blocks: nameBlocks(shape.blocks, ids),
});
