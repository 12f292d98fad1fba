// Marks as reactions on the opening message. Setting one twice, or taking away what is not there, is as good as once.
import type { webApi } from '@slack/bolt';
import type { Place } from '../../../conversation/chat-event.ts';
import type { Mark } from '../../../conversation/moves/marks.ts';
import type { Delivery } from '../../surface.ts';
import { faultOf } from '../fault.ts';
import type { Care } from './care.ts';

/** The emoji of each mark; without one it is not set. */
export type MarkNames = Readonly<Partial<Record<Mark['mark'], string>>>;

type Marking = { readonly names: MarkNames; readonly care: Care; readonly warn: (message: string) => void };
export type SetMark = (client: webApi.WebClient, place: Place, mark: Mark) => Promise<Delivery>;

const DONE: Delivery = { kind: 'posted', message: '' };

/** docs.slack.dev/reference/methods/reactions.add and reactions.remove */
const AS_GOOD = new Set([
  'already_reacted',
  'no_reaction',
  'message_not_found',
  'not_reactable',
  'thread_locked',
  'too_many_emoji',
  'too_many_reactions',
]);

/** Never to succeed as things stand, so that it is not tried again, with what mends it. */
const HOPELESS: Readonly<Record<string, string>> = {
  missing_scope: 'Add the scope reactions:write and install the app again, or switch `marks` off in locksmith.yaml',
  invalid_name: 'The workspace has no emoji of that name: correct `marks` in locksmith.yaml',
};

export function createMarks({ names, care, warn }: Marking): SetMark {
  const off = new Set<string>();
  return async (client, place, { mark, on }) => {
    const name = names[mark];
    const emoji = `${place.workspace} ${name}`;
    if (name === undefined || off.has(place.workspace) || off.has(emoji)) return DONE;
    const method = on ? 'reactions.add' : 'reactions.remove';
    return await care({ method, channel: place.channel }, async () => {
      const code = await react(client, { on, channel: place.channel, timestamp: place.thread, name });
      const remedy = code !== undefined && Object.hasOwn(HOPELESS, code) ? HOPELESS[code] : undefined;
      if (remedy === undefined) return DONE;
      off.add(code === 'missing_scope' ? place.workspace : emoji);
      warn(`Messages are not marked with ${name} (${code}). ${remedy}`);
      return DONE;
    });
  };
}

type Reaction = { readonly on: boolean; readonly channel: string; readonly timestamp: string; readonly name: string };

/** The code of a refusal that needs no other try; what may pass, and what `care` has a remedy for, is thrown. */
async function react(client: webApi.WebClient, { on, ...reaction }: Reaction): Promise<string | undefined> {
  try {
    await (on ? client.reactions.add(reaction) : client.reactions.remove(reaction));
    return undefined;
  } catch (error) {
    const fault = faultOf(error);
    const code = fault && 'code' in fault ? fault.code : '';
    if (AS_GOOD.has(code) || Object.hasOwn(HOPELESS, code)) return code;
    throw error;
  }
}
