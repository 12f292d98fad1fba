// The messages tab of the app, where people talk to it as to an agent: what they may ask, a status until the answer, and titles.
import type { App, webApi } from '@slack/bolt';
import type { Place } from '../../../conversation/chat-event.ts';
import type { Reply } from '../../../conversation/reply.ts';
import type { Delivery } from '../../surface.ts';
import type { Care } from '../delivery/care.ts';
import { workspaceOf } from '../installing/admission.ts';
import { parseHomeOpened } from '../receiving/payloads.ts';
import { isDirect } from '../receiving/place.ts';

/** At most four (manifest-schema); manifest.json has the same. */
export const PROMPTS = [
  { title: 'Explain an error', message: 'What does ExpiredToken mean?' },
  { title: 'AWS: sign in again', message: 'My AWS SSO session has expired. How do I sign in again?' },
  { title: 'Azure: client secret', message: 'AADSTS7000215: Invalid client secret provided.' },
  { title: 'What can you do?', message: 'What can you do?' },
];

/** Slack writes the app's name before it, and clears it at the next message, or after two minutes. */
const STATUS = 'is looking it up…';

/** A status is a nicety: an event must be acknowledged in three seconds, whatever becomes of it. */
const LONGEST_MS = 1_000;

const SUITABLE: Delivery = { kind: 'posted', message: '' };

export type Assisting = { readonly care: Care };
export type Assistant = {
  readonly offer: (client: webApi.WebClient, team: string, channel: string) => Promise<void>;
  /** To be awaited before the event is stored: a status that arrived after the answer would stay. */
  readonly working: (client: webApi.WebClient, place: Place) => Promise<void>;
  /** After an answer with a checklist: what stands for the thread in the list of one's talks with the app. */
  readonly entitle: (client: webApi.WebClient, place: Place, reply: Reply) => Promise<void>;
};

/** `care` tells once why a workspace refuses; from then on it is left in peace until the next start. */
export function createAssistant({ care }: Assisting): Assistant {
  const refused = new Set<string>();
  const attempt = async (method: string, team: string, call: () => Promise<unknown>): Promise<void> => {
    const where = `${team} ${method}`;
    if (refused.has(where)) return;
    const outcome = await care({ method, channel: team }, async () => {
      await call();
      return SUITABLE;
    });
    if (outcome.kind === 'fault' && outcome.fault.kind === 'refused') refused.add(where);
  };
  return {
    offer: (client, team, channel_id) =>
      attempt('assistant.threads.setSuggestedPrompts', team, () =>
        client.assistant.threads.setSuggestedPrompts({ channel_id, prompts: PROMPTS }),
      ),
    working: async (client, { workspace, channel: channel_id, thread: thread_ts }) => {
      const set = attempt('assistant.threads.setStatus', workspace, () =>
        client.assistant.threads.setStatus({ channel_id, thread_ts, status: STATUS }),
      );
      await Promise.race([set, new Promise(resolve => setTimeout(resolve, LONGEST_MS).unref())]);
    },
    entitle: async (client, place, reply) => {
      const { workspace, channel: channel_id, thread: thread_ts } = place;
      const title = isDirect(place) && !reply.replaces ? headingOf(reply) : undefined;
      if (title === undefined) return;
      await attempt('assistant.threads.setTitle', workspace, () =>
        client.assistant.threads.setTitle({ channel_id, thread_ts, title }),
      );
    },
  };
}

const headingOf = ({ blocks }: Reply): string | undefined => blocks.find(block => block.kind === 'heading')?.text;

export function listenToMessagesTab(app: App, assistant: Assistant): void {
  app.event('app_home_opened', async ({ event, client, context }) => {
    const opened = parseHomeOpened(event);
    if (opened?.tab === 'messages') await assistant.offer(client, workspaceOf(context), opened.channel);
  });
}
