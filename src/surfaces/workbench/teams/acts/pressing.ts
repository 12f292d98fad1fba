// What is pressed in a card: to the app, and what it answers back to the one who pressed.
import { z } from 'zod';
import type { Card, Pressed } from '../protocol.ts';
import type { Tenant } from '../tenant.ts';
import { invokeActivity, submitActivity } from '../wire/activities.ts';
import { isCard } from '../wire/cards.ts';
import type { Answered } from '../wire/sender.ts';
import { done, GONE, messageFor, type Outcome, refused } from './outcome.ts';
import type { Requests } from './requests.ts';

const INVOKE = 'adaptiveCard/action';

export async function press(tenant: Tenant, asked: Requests['press']): Promise<Outcome<Pressed>> {
  const at = messageFor(tenant, asked);
  if (!at?.message.card) return GONE;
  const { type, verb, data } = asked.action;
  if (type === 'Action.Submit') return submitted(await tenant.sender.send(submitActivity(tenant, at, data, asked.id)));
  const value = { action: { type, id: '', verb, data }, trigger: 'manual' };
  return answered(await tenant.sender.send(invokeActivity(tenant, at, INVOKE, { value, replyToId: asked.id })));
}

const wish = z.object({
  action: z.object({ type: z.literal('Action.Execute'), verb: z.string(), data: z.record(z.string(), z.unknown()) }),
  userIds: z.array(z.string()),
});

/** A client asks by itself when it shows a card that names its person; what fails is not shown to anybody. */
export async function refresh(tenant: Tenant, asked: Requests['refresh']): Promise<Outcome<Pressed>> {
  const at = messageFor(tenant, asked);
  const wanted = wish.safeParse(at?.message.card?.['refresh']).data;
  if (!at || !wanted?.userIds.includes(at.by.id)) return done({ kind: 'nothing' });
  const value = { action: { id: '', ...wanted.action }, trigger: 'automatic' };
  const answer = await tenant.sender.send(invokeActivity(tenant, at, INVOKE, { value, replyToId: asked.id }));
  const outcome = answered(answer);
  return outcome.kind === 'done' && outcome.result.kind === 'card' ? outcome : done({ kind: 'nothing' });
}

const submitted = (answer: Answered): Outcome<Pressed> =>
  answer.kind === 'answered' && answer.status < 300 ? done({ kind: 'nothing' }) : UNREACHED;

/** msteams-docs, universal-actions-for-adaptive-cards: the answer's own status, then a card or words. */
const invokeResponse = z.discriminatedUnion('type', [
  z.object({
    statusCode: z.literal(200),
    type: z.literal('application/vnd.microsoft.card.adaptive'),
    value: z.custom<Card>(isCard),
  }),
  z.object({
    statusCode: z.literal(200),
    type: z.literal('application/vnd.microsoft.activity.message'),
    value: z.string(),
  }),
]);

function answered(answer: Answered): Outcome<Pressed> {
  if (answer.kind === 'silent' || answer.status >= 300) return UNREACHED;
  const said = invokeResponse.safeParse(answer.body).data;
  if (!said) return answer.body === undefined ? done({ kind: 'nothing' }) : UNREACHED;
  return typeof said.value === 'string'
    ? done({ kind: 'said', text: said.value })
    : done({ kind: 'card', card: said.value });
}

/** In Teams' own words. */
const UNREACHED = refused('Something went wrong. Please try again.');
