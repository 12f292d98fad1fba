// A story on Teams: through the workbench's stand-in tenant to the real CloudAdapter.
import { type Json, listOf, objectsIn, post, read, type Side, type Written } from './side.ts';

export const TEAMS_PEOPLE = { You: '29:1you', Priya: '29:1priya', Marek: '29:1marek' } as const;
const APP = '28:00000000-0000-4000-8000-000000000b07';
const conversation = '19:cloudhelp@thread.tacv2';

export function teamsSide(origin: string): Side {
  const act = (name: string, as: string, body: Json): Promise<Json> =>
    post(`${origin}/workbench/teams/api/${name}`, { as, client: 'story', conversation, ...body });
  const state = () => read(`${origin}/workbench/teams/api/state`);
  const byApp = async () => listOf((await state())['messages']).filter(({ by }) => by === APP);
  const inThread = async ({ id }: Written) => (await byApp()).filter(({ thread, to }) => thread === id && !to);

  /** Every button brings the ticks along, as they are in the card. */
  const press = async (as: string, thread: Written, verb: string, more: readonly number[]) => {
    for (const message of (await inThread(thread)).toReversed()) {
      const inside = objectsIn(message['card']);
      const action = inside.find(one => one['type'] === 'Action.Execute' && one['verb'] === verb);
      if (!action) continue;
      const set = inside.find(({ type }) => type === 'Input.ChoiceSet');
      const chosen = listOf(set?.['choices']).filter((_, i) => more.includes(i + 1));
      const steps = [...String(set?.['value'] ?? '').split(','), ...chosen.map(({ value }) => String(value))];
      const [data = {}] = listOf([action['data']]);
      const inputs = set ? { steps: steps.filter(step => step !== '').join(',') } : {};
      await act('press', as, {
        id: message['id'],
        action: { type: 'Action.Execute', verb, data: { ...data, ...inputs } },
      });
      return;
    }
    throw new Error('nothing to press');
  };

  return {
    write: async (by, text, thread) => {
      const sent = await act('message', TEAMS_PEOPLE[by], { text, ...(thread && { thread: thread.id }) });
      return { id: String(sent['id']) };
    },
    edit: async (by, { id }, text) => void (await act('edit', TEAMS_PEOPLE[by], { id, text })),
    erase: async (by, { id }) => void (await act('delete', TEAMS_PEOPLE[by], { id })),
    tick: (by, steps, thread) => press(TEAMS_PEOPLE[by], thread, 'save-ticks', steps),
    press: (by, button, thread) => press(TEAMS_PEOPLE[by], thread, button, []),
    command: async (by, words) => void (await act('command', TEAMS_PEOPLE[by], { text: `/creds ${words}` })),
    shown: async thread => JSON.stringify(await inThread(thread)),
    told: async to => {
      const own = listOf((await state())['conversations']).find(({ person }) => person === TEAMS_PEOPLE[to]);
      const isFor = (message: Json) => message['to'] === TEAMS_PEOPLE[to] || message['conversation'] === own?.['id'];
      return JSON.stringify((await byApp()).filter(isFor));
    },
  };
}
