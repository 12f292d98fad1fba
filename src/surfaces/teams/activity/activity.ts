// The parts of the Bot Framework's activities that we read, checked as they come in: another shape is not for us.
import { z } from 'zod';
import { decodeHtml, decodePlain } from './html.ts';

/** Teams leaves out what it has nothing to say about, and so do the tools that stand in for it. */
const text = z.string().nullish();

const account = z.object({ id: z.string().min(1), name: text, aadObjectId: text, role: text });

const entity = z.object({
  type: z.string(),
  text,
  mentioned: z.object({ id: z.string(), name: text }).nullish(),
});

const attachment = z.object({ contentType: text, content: z.unknown().optional(), contentUrl: text, name: text });

const activity = z.object({
  type: z.string().min(1),
  id: text,
  name: text,
  action: text,
  timestamp: text,
  channelId: text,
  serviceUrl: z.string().min(1),
  from: account,
  recipient: account.extend({ isTargeted: z.boolean().nullish() }),
  conversation: z.object({
    id: z.string().min(1),
    conversationType: text,
    tenantId: text,
    isGroup: z.boolean().nullish(),
  }),
  text,
  textFormat: text,
  replyToId: text,
  attachments: z.array(attachment).nullish().catch(null),
  entities: z.array(entity).nullish().catch(null),
  channelData: z
    .object({ eventType: text, tenant: z.object({ id: z.string() }).nullish().catch(null) })
    .nullish()
    .catch(null),
  value: z.unknown().optional(),
});
export type Activity = z.infer<typeof activity>;

export const parseActivity = (body: unknown): Activity | undefined => activity.safeParse(body).data;

/** A team's channel has threads; a chat of some or of one has none. */
export type ConversationKind = 'channel' | 'group' | 'personal';

export function kindOf({ conversation }: Activity): ConversationKind {
  switch (conversation.conversationType) {
    case 'channel':
      return 'channel';
    case 'groupChat':
      return 'group';
    case 'personal':
      return 'personal';
    default:
      if (/@thread\.(?:tacv2|skype)|;messageid=/.test(conversation.id)) return 'channel';
      return conversation.isGroup ? 'group' : 'personal';
  }
}

/** `19:…@thread.tacv2;messageid=161…` is the thread of message 161… in that channel. */
export function splitConversation(id: string): { readonly channel: string; readonly root?: string } {
  const [channel = id, root] = id.split(';messageid=');
  return { channel, ...(root && { root }) };
}

/** Local tools know no tenants. */
export const tenantOf = ({ conversation, channelData }: Activity): string =>
  conversation.tenantId ?? channelData?.tenant?.id ?? 'local';

export const mentionsBot = ({ entities, recipient }: Activity): boolean =>
  (entities ?? []).some(({ type, mentioned }) => type.toLowerCase() === 'mention' && mentioned?.id === recipient.id);

/** What was written, without the mention of the bot. The HTML copy is the better one: `text` loses lines and tables. */
export function textOf(activity: Activity): string {
  const html = (activity.attachments ?? []).find(({ contentType }) => contentType === 'text/html')?.content;
  const bot = (activity.entities ?? [])
    .filter(({ mentioned }) => mentioned?.id === activity.recipient.id)
    .map(({ mentioned, text: written }) => mentioned?.name ?? decodePlain(written ?? '', []));
  const names = [...new Set([...bot, activity.recipient.name ?? ''])].filter(name => name !== '');
  const decoded = typeof html === 'string' ? decodeHtml(html, names) : '';
  return decoded === '' ? decodePlain(activity.text ?? '', names) : decoded;
}

/** A file or picture that Teams keeps to itself: only a reference to it arrives, unless it is a personal chat's text file. */
export const hasHiddenFile = ({ attachments }: Activity): boolean =>
  (attachments ?? []).some(
    ({ contentType, content }) =>
      contentType?.startsWith('image/') ||
      contentType === DOWNLOAD ||
      (contentType === 'text/html' && typeof content === 'string' && HIDDEN.test(content)),
  );

/** An emoji is a picture, too, by its `itemtype`. */
const HIDDEN = /<attachment\b|<img\b(?![^>]{0,1000}schema\.skype\.com\/\w{0,20}Emoji)/i;

export const DOWNLOAD = 'application/vnd.microsoft.teams.file.download.info';
const download = z.object({ downloadUrl: z.string(), fileType: text });

/** Files of a personal chat come with an address that serves them for a few minutes without a token. */
export const filesOf = ({ attachments }: Activity): readonly string[] =>
  (attachments ?? [])
    .filter(({ contentType }) => contentType === DOWNLOAD)
    .flatMap(({ content }) => download.safeParse(content).data?.downloadUrl ?? []);

const cardData = z.object({
  v: z.literal(1),
  verb: z.string(),
  value: z.string().default(''),
  entry: z.string().optional(),
  done: z.string().optional(),
  steps: z.string().optional(),
});
/**
 * What a button of a card brings back: our own ids (`verb`, `value`, `entry`, the steps that were `done` when it was
 * drawn) and the ticks as they are now (`steps`); lists are joined by commas. `v` is the format's version.
 */
export type CardData = z.infer<typeof cardData>;

const execute = z.object({ action: z.object({ data: z.unknown().optional() }) });

/** From an Action.Execute (an invoke) or an Action.Submit (a message without text). */
export const cardDataOf = ({ value }: Activity): CardData | undefined =>
  cardData.safeParse(execute.safeParse(value).data?.action.data ?? value).data;

const extension = z.object({
  commandId: text,
  parameters: z.array(z.object({ name: z.string(), value: z.unknown().optional() })).nullish(),
  messagePayload: z
    .object({
      id: z.string(),
      replyToId: text,
      createdDateTime: text,
      body: z.object({ contentType: text, content: text }).nullish(),
      from: z.object({ user: z.object({ id: z.string(), displayName: text }).nullish() }).nullish(),
    })
    .nullish(),
});
/** A message extension's command, with the message that it was chosen on. */
export type Extension = z.infer<typeof extension>;
export type MessagePayload = NonNullable<Extension['messagePayload']>;

export const extensionOf = ({ value }: Activity): Extension | undefined => extension.safeParse(value).data;

export const textOfPayload = ({ body }: MessagePayload, bot: string): string =>
  body?.contentType === 'text' ? decodePlain(body.content ?? '', [bot]) : decodeHtml(body?.content ?? '', [bot]);
