// A story on Slack: through the workbench's stand-in workspace to the real Bolt app.
import { buttonOfActionId } from '../../src/surfaces/slack/drawing/ids.ts';
import { type Json, listOf, objectsIn, post, read, type Side, type Written } from './side.ts';

export const SLACK_PEOPLE = { You: 'U0YOU', Priya: 'U0PRIYA', Marek: 'U0MAREK' } as const;
const APP = 'U0LOCKSMITH';
const channel = 'C0CLOUDHELP';

export function slackSide(origin: string): Side {
  const act = (name: string, as: string, body: Json): Promise<Json> =>
    post(`${origin}/workbench/api/${name}`, { as, client: 'story', ...body });
  const messages = async () => listOf((await read(`${origin}/workbench/api/state`))['messages']);
  const inThread = async ({ id }: Written) =>
    (await messages()).filter(({ by, thread, to }) => by === APP && thread === id && !to);

  /** Each click sends what is ticked then, as Slack's clients do. */
  const click = async (as: string, thread: Written, pick: (element: Json) => readonly string[] | undefined) => {
    for (const message of (await inThread(thread)).toReversed()) {
      for (const block of listOf(message['blocks'])) {
        for (const element of objectsIn(block['elements'])) {
          const values = pick(element);
          if (!values) continue;
          const choice = { block: block['block_id'], action: element['action_id'], values };
          await act('action', as, { on: { channel, ts: message['ts'] }, choice });
          return;
        }
      }
    }
    throw new Error('nothing to click');
  };

  return {
    write: async (by, text, thread) => {
      const sent = await act('message', SLACK_PEOPLE[by], { channel, text, ...(thread && { thread: thread.id }) });
      return { id: String(sent['ts']) };
    },
    edit: async (by, { id: ts }, text) => void (await act('edit', SLACK_PEOPLE[by], { channel, ts, text })),
    erase: async (by, { id: ts }) => void (await act('delete', SLACK_PEOPLE[by], { channel, ts })),
    tick: (by, steps, thread) =>
      click(SLACK_PEOPLE[by], thread, ({ type, options, initial_options: ticked }) => {
        if (type !== 'checkboxes') return undefined;
        const chosen = listOf(options).filter((_, i) => steps.includes(i + 1));
        return [...new Set([...listOf(ticked), ...chosen].map(({ value }) => String(value)))];
      }),
    press: (by, button, thread) =>
      click(SLACK_PEOPLE[by], thread, ({ type, action_id: id, value }) =>
        type === 'button' && buttonOfActionId(String(id)) === button ? [String(value)] : undefined,
      ),
    command: async (by, words) => void (await act('command', SLACK_PEOPLE[by], { channel, text: `/creds ${words}` })),
    shown: async thread => JSON.stringify(await inThread(thread)),
    told: async to => JSON.stringify((await messages()).filter(message => message['to'] === SLACK_PEOPLE[to])),
  };
}
