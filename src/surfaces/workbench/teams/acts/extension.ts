// The app's message extension: "Diagnose this" on a message, and the search while one writes.
import { z } from 'zod';
import type { Card, Dialog, Found, Message } from '../protocol.ts';
import { personIn, type Tenant } from '../tenant.ts';
import { invokeActivity } from '../wire/activities.ts';
import { isCard } from '../wire/cards.ts';
import type { Answered } from '../wire/sender.ts';
import { written } from '../wire/written.ts';
import { type AtMessage, done, GONE, messageFor, type Outcome, placeFor, refused } from './outcome.ts';
import type { Requests } from './requests.ts';

/** As the app's manifest names them. */
const DIAGNOSE = 'diagnose';
const SEARCH = 'search';
const RESULTS = 25;

export async function diagnose(tenant: Tenant, asked: Requests['diagnose']): Promise<Outcome<Dialog>> {
  const at = messageFor(tenant, asked);
  return at ? dialogFrom(await invoke(tenant, at, 'composeExtension/fetchTask', {})) : GONE;
}

/** What is pressed in the dialog goes along with the message once more. */
export async function submit(tenant: Tenant, asked: Requests['submit']): Promise<Outcome<Dialog>> {
  const at = messageFor(tenant, asked);
  return at ? dialogFrom(await invoke(tenant, at, 'composeExtension/submitAction', { data: asked.data })) : GONE;
}

function invoke(tenant: Tenant, at: AtMessage, name: string, more: Readonly<Record<string, unknown>>) {
  const value = {
    commandId: DIAGNOSE,
    commandContext: 'message',
    requestId: tenant.nextId(),
    messagePayload: payloadOf(tenant, at.message),
    context: { theme: 'default' },
    ...more,
  };
  return tenant.sender.send(invokeActivity(tenant, at, name, { value }));
}

/** The message as Microsoft Graph has it, mostly HTML: botframework-schema, MessageActionsPayload. */
function payloadOf(tenant: Tenant, { id, thread, at, by, typed }: Message) {
  const author = personIn(tenant, by);
  const user = author && { userIdentityType: 'aadUser', id: author.directory, displayName: author.name };
  return {
    id,
    replyToId: thread ?? null,
    createdDateTime: new Date(at).toISOString(),
    deleted: false,
    importance: 'normal',
    locale: 'en-gb',
    body: { contentType: 'html', content: `<div>${written(typed, tenant.people).html}</div>` },
    from: { user: author?.bot ? null : user },
    reactions: [],
    mentions: [],
    attachments: [],
  };
}

const task = z.object({
  task: z.discriminatedUnion('type', [
    z.object({ type: z.literal('message'), value: z.string() }),
    z.object({
      type: z.literal('continue'),
      value: z.object({ title: z.string(), card: z.object({ content: z.custom<Card>(isCard) }) }),
    }),
  ]),
});

function dialogFrom(answer: Answered): Outcome<Dialog> {
  if (answer.kind === 'silent' || answer.status >= 300) return UNREACHED;
  if (answer.body === undefined) return done({ kind: 'closed' });
  const said = task.safeParse(answer.body).data?.task;
  if (!said) return UNREACHED;
  return said.type === 'message'
    ? done({ kind: 'said', text: said.value })
    : done({ kind: 'card', title: said.value.title, card: said.value.card.content });
}

const result = z.object({
  composeExtension: z.object({
    type: z.literal('result'),
    attachments: z.array(
      z.object({
        content: z.custom<Card>(isCard),
        preview: z.object({ content: z.object({ title: z.string(), text: z.string() }) }),
      }),
    ),
  }),
});

export async function search(tenant: Tenant, asked: Requests['search']): Promise<Outcome<readonly Found[]>> {
  const at = placeFor(tenant, asked);
  if (!at) return GONE;
  const value = {
    commandId: SEARCH,
    parameters: [{ name: 'q', value: asked.words }],
    queryOptions: { skip: 0, count: RESULTS },
  };
  const answer = await tenant.sender.send(invokeActivity(tenant, at, 'composeExtension/query', { value }));
  const found = answer.kind === 'answered' ? result.safeParse(answer.body).data : undefined;
  if (!found) return UNREACHED;
  return done(
    found.composeExtension.attachments.map(({ content, preview }) => ({ ...preview.content, card: content })),
  );
}

/** In Teams' own words. */
const UNREACHED = refused('Unable to reach app. Please try again.');
