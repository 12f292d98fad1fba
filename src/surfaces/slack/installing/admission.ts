// Which events are for us: those of workspaces where the bot is installed, by members of their own organisation.
import type { AllMiddlewareArgs, AnyMiddlewareArgs, Context } from '@slack/bolt';
import { z } from 'zod';
import type { Workspaces } from './workspaces.ts';

export type AdmissionOptions = {
  readonly workspaces: Workspaces;
  /** Whether members of other organisations are answered in a channel; without a channel, anywhere. */
  readonly answersExternals: (channel: string | undefined) => boolean;
  readonly skipped: (why: 'external' | 'not-installed') => void;
};

/** These come when nobody is left to authorize them. */
const FAREWELLS = new Set(['app_uninstalled', 'tokens_revoked']);

/** The workspace that an event belongs to: what the bot was installed to, whatever else the payload names. */
export function workspaceOf(context: Context): string {
  const workspace: unknown = context['workspace'];
  if (typeof workspace !== 'string') throw new Error('an event was not admitted');
  return workspace;
}

/** Stands before every listener, so that no way in can forget it. */
export function createAdmission({ workspaces, answersExternals, skipped }: AdmissionOptions) {
  const isExternal = createIsExternal(workspaces);
  return async (args: AllMiddlewareArgs & AnyMiddlewareArgs): Promise<void> => {
    const body: unknown = args.body;
    const envelope = envelopeOf(body);
    if (FAREWELLS.has(envelope.event?.type ?? '')) return args.next();
    const isHome = typeof args.context['workspace'] === 'string';
    if (isHome && (answersExternals(channelOf(envelope)) || !(await isExternal(envelope, args.context))))
      return args.next();
    skipped(isHome ? 'external' : 'not-installed');
    if ('ack' in args && args.ack) await args.ack();
  };
}

/** A field of another kind is one that is not there: it must not hide what stands beside it. */
const text = z.string().optional().catch(undefined);
const sender = z.object({ user: text, team: text, user_team: text, source_team: text });
const event = sender.extend({
  type: text,
  subtype: text,
  channel: text,
  item: z.object({ channel: text }).optional().catch(undefined),
  message: sender.extend({ subtype: text }).optional().catch(undefined),
});
const envelope = z.object({
  is_ext_shared_channel: z.boolean().optional().catch(undefined),
  event: event.optional().catch(undefined),
  user: z.object({ id: z.string(), team_id: text }).optional().catch(undefined),
  channel: z.object({ id: z.string() }).optional().catch(undefined),
});
type Envelope = z.infer<typeof envelope>;

const envelopeOf = (body: unknown): Envelope => envelope.safeParse(body).data ?? {};

const channelOf = ({ event, channel }: Envelope): string | undefined =>
  channel?.id ?? event?.channel ?? event?.item?.channel;

type Sender = { readonly user: string | undefined; readonly team: string | undefined };

/** Who did it, where that may be somebody from outside; undefined where it cannot be. */
function possibleStranger({ is_ext_shared_channel: isShared, event, user }: Envelope): Sender | undefined {
  if (event === undefined) return user?.team_id === undefined ? undefined : { user: user.id, team: user.team_id };
  // A deletion is no act to answer: what was kept of the message goes, whoever wrote it.
  const isDeletion = event.subtype === 'message_deleted' || event.message?.subtype === 'tombstone';
  if (isShared !== true || isDeletion) return undefined;
  const by = event.message ?? event;
  // `source_team` is where the message came from, which for a colleague in another company's channel is that company.
  return { user: by.user, team: by.user_team ?? by.team ?? by.source_team };
}

/** More people than this are asked about again. */
const MOST_KNOWN = 5_000;

function createIsExternal(workspaces: Workspaces) {
  const teams = new Map<string, readonly string[]>();
  return async (body: Envelope, context: Context): Promise<boolean> => {
    const stranger = possibleStranger(body);
    if (stranger === undefined) return false;
    const workspace = workspaceOf(context);
    const ours = new Set([workspace, context.teamId, context.enterpriseId].filter(id => id !== undefined));
    if (stranger.team !== undefined && ours.has(stranger.team)) return false;
    // Outside of an organisation another team is another company; inside of one it may be a colleague's.
    if (stranger.team !== undefined && context.enterpriseId === undefined) return true;
    if (stranger.user === undefined) return true;
    const key = `${workspace}/${stranger.user}`;
    const known = teams.get(key) ?? (await askTeams(workspaces, workspace, stranger.user));
    if (teams.size >= MOST_KNOWN) teams.clear();
    if (known) teams.set(key, known);
    return !known?.some(team => ours.has(team));
  };
}

/** Undefined when Slack does not say: whoever cannot be told apart counts as external. */
async function askTeams(
  workspaces: Workspaces,
  workspace: string,
  user: string,
): Promise<readonly string[] | undefined> {
  const access = await workspaces.access(workspace);
  if (access.kind === 'fault') return undefined;
  try {
    const { user: found } = await access.client.users.info({ user });
    return [found?.team_id, found?.enterprise_user?.enterprise_id].filter(id => id !== undefined);
  } catch {
    return undefined; // no answer, no scope: told apart next time
  }
}
