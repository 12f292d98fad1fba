// Ticks a card in the workbench as its page does: from the click to the updated card, through the real Bolt and the real store.
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';

export type Ticks = { readonly healthMs: readonly number[]; readonly tickMs: readonly number[] };

const TICKS = 30;
const POLL_MS = 1;
const LONGEST_MS = 5_000;

const boxes = z.object({
  type: z.literal('checkboxes'),
  action_id: z.string(),
  options: z.array(z.object({ value: z.string() })).min(1),
});
const block = z.object({
  block_id: z.string().default(''),
  elements: z.array(z.unknown()).default([]),
  accessory: z.unknown().optional(),
});
const message = z.object({
  channel: z.string(),
  ts: z.string(),
  by: z.string(),
  version: z.number(),
  thread: z.string().optional(),
  blocks: z.array(block).default([]),
});
const state = z.object({
  app: z.object({ user: z.string() }),
  people: z.array(z.object({ id: z.string(), bot: z.boolean() })),
  channels: z.array(z.object({ id: z.string(), kind: z.string(), botIn: z.boolean() })),
  messages: z.array(message),
});

type State = z.infer<typeof state>;
type Message = z.infer<typeof message>;
type Card = {
  readonly message: Message;
  readonly block: string;
  readonly action: string;
  readonly values: readonly string[];
};
type Person = { readonly url: string; readonly as: string };

export async function measureTicks(url: string, error: string): Promise<Ticks> {
  const { people, channels } = await read(url);
  const as = people.find(({ bot }) => !bot)?.id ?? '';
  const channel = channels.find(({ kind, botIn }) => kind === 'channel' && botIn)?.id ?? '';
  await act({ url, as }, 'message', { channel, text: error });
  let card = await cardWhere(url, () => true);
  const healthMs: number[] = [];
  const tickMs: number[] = [];
  for (let i = 0; i < TICKS; i++) {
    healthMs.push(await timed(() => fetch(`${url}/healthz`).then(response => response.text())));
    const before = card;
    tickMs.push(
      await timed(async () => {
        await tick({ url, as }, before, i % 2 === 0);
        card = await cardWhere(url, ({ message: { version } }) => version > before.message.version);
      }),
    );
  }
  return { healthMs, tickMs };
}

async function timed(one: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await one();
  return performance.now() - start;
}

const read = async (url: string): Promise<State> =>
  state.parse(await (await fetch(`${url}/workbench/api/state`)).json());

/** The newest card that the app has posted and that fits. */
async function cardWhere(url: string, fits: (card: Card) => boolean): Promise<Card> {
  for (const end = performance.now() + LONGEST_MS; performance.now() < end; await wait(POLL_MS)) {
    const { app, messages } = await read(url);
    const card = messages
      .filter(({ by }) => by === app.user)
      .flatMap(cardsIn)
      .find(fits);
    if (card) return card;
  }
  throw new Error('the workbench showed no checklist, or did not update it');
}

const cardsIn = (posted: Message): Card[] =>
  posted.blocks.flatMap(({ block_id, elements, accessory }) =>
    [...elements, accessory].flatMap(element => {
      const { data } = boxes.safeParse(element);
      return data
        ? [{ message: posted, block: block_id, action: data.action_id, values: data.options.map(({ value }) => value) }]
        : [];
    }),
  );

/** Slack reports the whole set: the first step, or none. */
function tick(
  person: Person,
  { message: { channel, ts }, block: of, action, values }: Card,
  on: boolean,
): Promise<void> {
  const choice = { block: of, action, values: on ? values.slice(0, 1) : [] };
  return act(person, 'action', { on: { channel, ts }, choice, state: [choice] });
}

async function act({ url, as }: Person, what: string, body: Readonly<Record<string, unknown>>): Promise<void> {
  const response = await fetch(`${url}/workbench/api/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as, client: 'bench', ...body }),
  });
  if (!response.ok) throw new Error(`the workbench refused ${what}: ${await response.text()}`);
}
