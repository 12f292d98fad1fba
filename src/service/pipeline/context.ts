// What conversation may look at, made from the knowledge in force and a channel's configuration.
import type { RedactedEvent } from '../../conversation/chat-event.ts';
import { createUnderstand } from '../../conversation/follow-ups/understand.ts';
import type { Context, Watch } from '../../conversation/turn.ts';
import { createMatcher } from '../../matching/matcher.ts';
import { isSlackUser, SLACK } from '../../surfaces/slack/receiving/place.ts';
import type { Config } from '../config/config.ts';
import type { ChannelConfig } from '../config/file.ts';
import type { Knowledge } from '../knowledge/load.ts';

/** Everything that does not differ from channel to channel; made once for each reading of the knowledge. */
export type Brain = Omit<Context, 'settings'>;

export function createBrain(knowledge: Knowledge): Brain {
  const matcher = createMatcher(knowledge);
  return {
    entries: new Map(knowledge.entries.map(entry => [entry.id, entry])),
    matcher,
    understand: createUnderstand(knowledge, matcher),
  };
}

const WATCHED: ChannelConfig = { listen: 'errors', helpers: [] };

/** A channel without configuration is watched for errors: the bot was invited to it. */
export const channelOf = (config: Pick<Config, 'channels'>, channel: string): ChannelConfig =>
  config.channels[channel] ?? WATCHED;

/** How commands begin on each surface; only Slack's opens a form. */
const COMMANDS: Readonly<Record<string, NonNullable<Context['settings']['command']>>> = {
  slack: { word: '/creds', hasForm: true },
  teams: { word: 'creds', hasForm: false },
};

/** `watch`: what a maintainer set for the channel since. */
export function contextOf(
  brain: Brain,
  config: Pick<Config, 'channels' | 'thresholds' | 'maintainers' | 'report_secrets'>,
  { place }: Pick<RedactedEvent, 'place'>,
  watch?: Watch,
): Context {
  const { listen: configured, escalate_to: escalateTo, helpers, hours } = channelOf(config, place.channel);
  const maintainers = peopleOf(place.surface, config.maintainers);
  return {
    ...brain,
    settings: {
      thresholds: config.thresholds,
      listen: watch?.listen ?? configured,
      configured,
      ...(watch && { watch }),
      maintainers,
      helpers: new Set(helpers),
      ...(escalateTo !== undefined && { escalateTo }),
      ...(hours !== undefined && { hours }),
      ...(COMMANDS[place.surface] && { command: COMMANDS[place.surface] }),
      ...(config.report_secrets && { secretsReportedTo: maintainers }),
    },
  };
}

/** Of people named by their ids those who are on this surface. */
const peopleOf = (surface: string, ids: readonly string[] = []): readonly string[] =>
  ids.filter(id => isSlackUser(id) === (surface === SLACK));
