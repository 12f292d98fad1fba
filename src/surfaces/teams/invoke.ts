// Invokes: what Teams wants answered in the HTTP response itself. Buttons of cards, and the message extension.
import type { ButtonName, ChatEvent } from '../../conversation/chat-event.ts';
import type { Block, Reply } from '../../conversation/reply.ts';
import { type Activity, cardDataOf, type Extension, extensionOf, kindOf, textOfPayload } from './activity/activity.ts';
import { type AdaptiveCard, render } from './card/render.ts';
import { type Known, placeOfClick, REFRESH, receiveClick, receiveDiagnosed } from './receive.ts';

/** An entry as a search finds it. */
export type Found = { readonly id: string; readonly title: string; readonly answer: string };

/** What an invoke may ask of the rest of the bot. All texts come in raw. */
export type Asked = {
  readonly receive: (event: ChatEvent) => Promise<void>;
  /** The private answer to a text: what `/creds <text>` says. */
  readonly diagnose: (text: string) => Reply | Promise<Reply>;
  readonly search: (words: string) => readonly Found[] | Promise<readonly Found[]>;
  /** What a message of ours shows as things stand, for clients that fetch a card anew; without it a card stays as it is. */
  readonly current: (place: ChatEvent['place'], message: string) => Promise<Reply | undefined>;
};

export type Answer = { readonly status: number; readonly body?: unknown };

/** Sentences that exist only because Teams asks for an answer on the spot. */
const TEXTS = {
  saved: 'Saved.',
  noted: 'Got it.',
  privately: 'Answered in our own chat.',
  outdated: 'This card is too old for me to understand. Please use the newest one, or write to me.',
  noText: 'There is no text in that message that I could read. If it is a file or a picture, paste its text.',
  answerHere: 'Answer in the conversation',
  diagnosis: 'Diagnosis',
};

const OK = 200;
const NOT_IMPLEMENTED = 501;
const SEARCH_RESULTS = 10;

export async function handleInvoke(activity: Activity, known: Known, asked: Asked): Promise<Answer> {
  switch (activity.name) {
    case 'adaptiveCard/action':
      return await pressCard(activity, known, asked);
    case 'composeExtension/query':
      return await search(extensionOf(activity), asked);
    case 'composeExtension/fetchTask':
      return await openDialog(activity, asked);
    case 'composeExtension/submitAction':
      return await answerInConversation(activity, known, asked);
    default:
      return { status: NOT_IMPLEMENTED };
  }
}

const CARD = 'application/vnd.microsoft.card.adaptive';
const MESSAGE = 'application/vnd.microsoft.activity.message';

const cardMessage = (value: string): Answer => ({ status: OK, body: { statusCode: OK, type: MESSAGE, value } });

/** The card itself is replaced for everybody afterwards; here the one who pressed only learns that it was heard. */
async function pressCard(activity: Activity, known: Known, { receive, current }: Asked): Promise<Answer> {
  const data = cardDataOf(activity);
  if (!data) return cardMessage(TEXTS.outdated);
  if (data.verb === REFRESH)
    return refreshed(await current(placeOfClick(activity, known, data), activity.replyToId ?? ''), known);
  const events = receiveClick(activity, known);
  for (const event of events) await receive(event);
  return cardMessage(wordsFor(events, activity));
}

/** These are answered for the one who pressed alone, which Teams shows somewhere else. */
const PRIVATE: ReadonlySet<ButtonName> = new Set(['questions', 'related', 'details']);

function wordsFor(events: readonly ChatEvent[], activity: Activity): string {
  const pressed = events.find(event => event.kind === 'button-pressed');
  if (!pressed) return TEXTS.saved;
  return PRIVATE.has(pressed.button) && kindOf(activity) !== 'personal' ? TEXTS.privately : TEXTS.noted;
}

/** A client that shows the card asks by itself, so the ticks that it sends along are nobody's doing. */
const refreshed = (reply: Reply | undefined, { viewers = [] }: Known): Answer =>
  reply ? { status: OK, body: { statusCode: OK, type: CARD, value: render(reply, { viewers }) } } : { status: OK };

/** A list to choose from while a message is written; what is chosen goes into that message as a card. */
async function search(extension: Extension | undefined, asked: Asked): Promise<Answer> {
  const words = extension?.parameters?.find(({ name }) => name === 'q')?.value;
  const found = typeof words === 'string' && words.trim() !== '' ? await asked.search(words) : [];
  const attachments = found.slice(0, SEARCH_RESULTS).map(entry => ({
    ...attach(render(entryReply(entry))),
    preview: {
      contentType: 'application/vnd.microsoft.card.thumbnail',
      content: { title: escapeHtml(entry.title), text: escapeHtml(entry.answer) },
    },
  }));
  return { status: OK, body: { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } } };
}

const attach = (content: AdaptiveCard) => ({ contentType: CARD, content });

const entryReply = ({ id, title, answer }: Found): Reply => ({
  id,
  summary: `${title}. ${answer}`,
  blocks: [
    { kind: 'heading', text: title },
    { kind: 'text', text: [{ kind: 'plain', text: answer }] },
    { kind: 'quiet', text: [{ kind: 'code', text: `creds show ${id}` }] },
  ],
});

/** Thumbnails take simple HTML. */
const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The diagnosis of a message, for the one who asked alone; a button has it answered where the message stands. */
async function openDialog(activity: Activity, asked: Asked): Promise<Answer> {
  const payload = extensionOf(activity)?.messagePayload;
  const text = payload ? textOfPayload(payload, activity.recipient.name ?? '') : '';
  if (text === '') return dialogMessage(TEXTS.noText);
  const card = render(asDialog(await asked.diagnose(text)), { dialog: true });
  const value = { title: TEXTS.diagnosis, height: 'medium', width: 'medium', card: attach(card) };
  return { status: OK, body: { task: { type: 'continue', value } } };
}

const dialogMessage = (value: string): Answer => ({ status: OK, body: { task: { type: 'message', value } } });

/** A dialog has no thread: nothing in it can be ticked or pressed but the one button. */
function asDialog(reply: Reply): Reply {
  const read = reply.blocks.filter(({ kind }) => kind !== 'buttons' && kind !== 'checklist');
  const here: Block = {
    kind: 'buttons',
    buttons: [{ button: 'share', value: '', label: TEXTS.answerHere, primary: true }],
  };
  return { ...reply, blocks: [...read, here] };
}

/** An empty answer closes the dialog. */
async function answerInConversation(activity: Activity, known: Known, { receive }: Asked): Promise<Answer> {
  const payload = extensionOf(activity)?.messagePayload;
  if (!payload || textOfPayload(payload, '') === '') return dialogMessage(TEXTS.noText);
  await receive(receiveDiagnosed(activity, payload, known));
  return { status: OK };
}
