// For maintainers: the configuration in force in a few lines, and what in it will not do what it should.
import type { Upkeep } from '../../conversation/looks/home.ts';
import type { Watch } from '../../conversation/turn.ts';
import { RETENTION_DAYS } from '../housekeeping.ts';
import type { Config } from './config.ts';
import type { ChannelConfig } from './file.ts';

type Configured = Pick<Config, 'channels' | 'thresholds' | 'knowledge' | 'retention_days'>;

/** `watches`: what maintainers set by command, by the channel's id. */
export const upkeepOf = (config: Configured, entries: number, watches: ReadonlyMap<string, Watch>): Upkeep => ({
  inForce: [
    `${entries} entries${config.knowledge.length > 0 ? `, with those of ${config.knowledge.length} folders of your own` : ''}`,
    ...Object.entries(config.channels).map(channelLine),
    ...[...watches].map(([id, { listen, by }]) => `\`${id}\`: \`${listen}\` instead, set by ${by.name}`),
    `${Object.keys(config.channels).length > 0 ? 'Every other channel' : 'Every channel'} that I was invited to: \`errors\``,
    `Answers by itself from ${config.thresholds.unaddressed.answer}, when called from ${config.thresholds.addressed.answer}`,
    `Threads are kept for ${config.retention_days ?? RETENTION_DAYS} days`,
  ],
  problems: Object.entries(config.channels).flatMap(channelProblems),
});

function channelLine([id, { listen, escalate_to: group, helpers, hours }]: [string, ChannelConfig]): string {
  const parts = [
    `\`${listen}\``,
    ...(group ? [`hands over to \`${group}\``] : []),
    ...(hours ? [`from ${hours.from} to ${hours.to}, ${hours.zone}`] : []),
    ...(helpers.length > 0 ? [`helpers: ${helpers.map(helper => `\`${helper}\``).join(', ')}`] : []),
  ];
  return `\`${id}\`: ${parts.join(', ')}`;
}

/** Ids of channels begin with C or G, those of user groups with S: docs.slack.dev/reference/objects. */
function channelProblems([id, { escalate_to: group, listen }]: [string, ChannelConfig]): string[] {
  const where = `\`channels.${id}\``;
  return [
    ...(/^[CG][A-Z0-9]{2,}$/.test(id)
      ? []
      : [`${where} is no channel id, so it matches none. Copy the id from the channel’s details`]),
    ...(group === undefined && listen !== 'off'
      ? [
          `${where} names nobody to hand over to, so “Ask a person” calls nobody. Give \`escalate_to\`, a user group’s id`,
        ]
      : []),
    ...(group !== undefined && !/^S[A-Z0-9]{2,}$/.test(group)
      ? [`${where}: \`escalate_to\` is no user group’s id (those begin with S), so nobody is called`]
      : []),
  ];
}
