// The home tab: published anew for whoever opens it.
import type { types, webApi } from '@slack/bolt';
import { type Place, placeKey } from '../../../conversation/chat-event.ts';
import type { Page } from '../../../conversation/looks/page.ts';
import { addressOf } from '../delivery/places.ts';
import { LIMITS } from '../drawing/limits.ts';
import type { HomeOpenedPayload } from '../receiving/payloads.ts';
import { placeOf } from '../receiving/place.ts';
import type { Doing } from './doing.ts';
import { type Addresses, plain, renderHome } from './render-page.ts';
import { isOutrun, publishHome } from './show.ts';
import { TEXTS } from './texts.ts';

/** The home tab's own button: it opens the form. */
export const EXPLAIN_ACTION_ID = 'explain';

const FIRST: types.KnownBlock[] = [
  {
    type: 'actions',
    elements: [
      {
        type: 'button',
        action_id: EXPLAIN_ACTION_ID,
        style: 'primary',
        text: plain(TEXTS.explainTitle, LIMITS.buttonText),
      },
    ],
  },
  { type: 'divider' },
];

export async function showHome({ user, tab, view }: HomeOpenedPayload, doing: Doing): Promise<void> {
  if (tab !== 'home') return;
  const page = await doing.asked.home(placeOf(doing.workspace, '', ''), user);
  const shown = await publishHome(
    doing.client,
    { user, hash: view?.hash },
    drawHome(page, await addressesOf(page, doing.client)),
  );
  if (shown.kind === 'fault' && !isOutrun(shown)) doing.refused(shown.fault);
}

export const drawHome = (page: Page, addresses: Addresses): types.HomeView => renderHome(page, addresses, FIRST);

async function addressesOf(page: Page, client: webApi.WebClient): Promise<Addresses> {
  const places: Place[] = page.blocks.flatMap(block => (block.kind === 'row' && block.open ? [block.open] : []));
  const found = await Promise.all(
    places.map(async place => [placeKey(place), await addressOf(client, place)] as const),
  );
  return new Map(found.flatMap(([key, address]) => (address === undefined ? [] : [[key, address] as const])));
}
