// Shows a view, and says whether Slack took it: a trigger lasts three seconds, and somebody else may have been faster.
import type { types, webApi } from '@slack/bolt';
import type { Fault } from '../../surface.ts';
import { faultOf } from '../fault.ts';

export type Shown = { readonly kind: 'shown' } | { readonly kind: 'fault'; readonly fault: Fault };

export const openView = (client: webApi.WebClient, trigger: string, view: types.ModalView): Promise<Shown> =>
  shown(client.views.open({ trigger_id: trigger, view }));

export const updateView = (
  client: webApi.WebClient,
  { id, hash }: { readonly id: string; readonly hash?: string | undefined },
  view: types.ModalView,
): Promise<Shown> => shown(client.views.update({ view_id: id, ...(hash && { hash }), view }));

export const publishHome = (
  client: webApi.WebClient,
  { user, hash }: { readonly user: string; readonly hash?: string | undefined },
  view: types.HomeView,
): Promise<Shown> => shown(client.views.publish({ user_id: user, ...(hash && { hash }), view }));

/** Another click on the same view came first: what it showed is newer. */
export const isOutrun = (one: Shown): boolean =>
  one.kind === 'fault' && one.fault.kind === 'refused' && one.fault.code === 'hash_conflict';

async function shown(call: Promise<unknown>): Promise<Shown> {
  try {
    await call;
    return { kind: 'shown' };
  } catch (error) {
    const fault = faultOf(error);
    if (!fault) throw error;
    return { kind: 'fault', fault };
  }
}
