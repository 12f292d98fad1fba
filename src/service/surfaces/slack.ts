// The Slack surface wired to the rest: one workspace or many, and what the configuration says of its channels.
import type { Leaving } from '../../store/installations/leaving.ts';
import type { SlackSettings } from '../../surfaces/slack/settings.ts';
import type { Fault } from '../../surfaces/surface.ts';
import type { Config } from '../config/config.ts';
import { STATE_PREFIX } from '../housekeeping.ts';
import { channelOf } from '../pipeline/context.ts';
import { createHandle } from '../pipeline/handle.ts';
import { createAsked } from './looks.ts';
import type { Routed, Surroundings } from './surfaces.ts';

type StartedSlack =
  | { readonly kind: 'started'; readonly surface: Routed }
  | { readonly kind: 'refused'; readonly message: string };

export async function startSlack(settings: SlackSettings, config: Config, around: Surroundings): Promise<StartedSlack> {
  const [{ createSlack }, { faultOf }] = await Promise.all([
    import('../../surfaces/slack/slack.ts'),
    import('../../surfaces/slack/fault.ts'),
  ]);
  const { oauth: secrets, ...rest } = settings;
  const { log, way, installations, references, providers } = around;
  const oauth = secrets &&
    installations && {
      ...secrets,
      ...(config.public_url !== undefined && { publicUrl: config.public_url }),
      mayInstall: (workspace: string) => config.slack_workspaces?.includes(workspace) ?? true,
      installations: {
        ...installations,
        leave: (leaving: Leaving) => {
          way.watches.forget(leaving);
          return installations.leave(leaving);
        },
      },
      isFirst: (nonce: string) => references.add(`${STATE_PREFIX}${nonce}`, ''),
    };
  const options = {
    ...rest,
    ...(oauth && { oauth }),
    asked: createAsked({ way, references, providers, config }),
    answersExternals: (channel: string | undefined) => answersExternals(config, channel),
    skipped: (why: 'external' | 'not-installed') => way.metrics.received('slack', why),
    allows: (channel: string, bot: string) => channelOf(config, channel).bots?.includes(bot) ?? false,
    reactions: { ...(config.emoji && { emoji: config.emoji }), ...config.marks },
    now: Date.now,
    log: { warn: (message: string) => log.warn(message), error: (message: string) => log.error(message) },
  };
  try {
    const slack = await createSlack(options, createHandle(way));
    return { kind: 'started', surface: { ...slack, route: slack.handle } };
  } catch (error) {
    const fault = faultOf(error);
    if (!fault) throw error;
    return { kind: 'refused', message: refusal(fault) };
  }
}

/** Slack is asked who the token belongs to before anything else is done with it. */
function refusal(fault: Fault): string {
  if (fault.kind === 'rate-limited') return 'Slack asks for patience (rate limited). Start again in a minute.';
  if (fault.kind === 'unreachable')
    return `Slack cannot be reached (${fault.code}). Look whether this machine may call slack.com, or SLACK_API_URL where it is set.`;
  return `Slack refuses SLACK_BOT_TOKEN (${fault.code}). ${fault.remedy ?? 'Copy it anew from OAuth & Permissions of the app'}.`;
}

/** A view names no channel: it counts as one of those where its like may have come from. */
const answersExternals = ({ channels }: Config, channel: string | undefined): boolean =>
  channel === undefined
    ? Object.values(channels).some(one => one.answer_external_members === true)
    : (channels[channel]?.answer_external_members ?? false);
