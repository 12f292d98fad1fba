// The surfaces that are configured, started: Slack, Teams, or the workbench where there is neither. Each SDK is loaded only here.
import { randomBytes } from 'node:crypto';
import type { Provider } from '../../knowledge/vocabulary.ts';
import type { Installations } from '../../store/installations/installations.ts';
import type { References } from '../../store/references.ts';
import type { SlackSettings } from '../../surfaces/slack/settings.ts';
import type { Surface } from '../../surfaces/surface.ts';
import { isLoopback, type TeamsSettings } from '../../surfaces/teams/settings.ts';
import type { Config } from '../config/config.ts';
import type { Route } from '../http.ts';
import type { Way } from '../pipeline/handle.ts';
import type { Log } from '../report/log.ts';
import { SAMPLES } from './samples.ts';
import { startSlack } from './slack.ts';
import { startTeams, startTeamsWhenAsked } from './teams.ts';

export type Surroundings = {
  readonly port: number;
  readonly log: Log;
  readonly way: Way;
  readonly references: References;
  readonly providers: readonly Provider[];
  /** There when many workspaces may install. */
  readonly installations?: Installations;
  readonly addRoute: (route: Route) => void;
};
export type Started =
  | { readonly kind: 'started'; readonly surfaces: readonly Surface[]; readonly stop: () => Promise<void> }
  | { readonly kind: 'refused'; readonly message: string };

export async function startSurfaces(config: Config, around: Surroundings): Promise<Started> {
  const workbench = config.slack || config.teams ? undefined : await startWorkbench(around.port, config.host);
  const settings = workbench?.slack ?? config.slack;
  // The workbench answers the first question that the Slack surface asks, so it must be reachable before.
  if (workbench) around.addRoute(workbench.handle);
  const slack = settings && (await startSlack(settings, config, around));
  if (slack?.kind === 'refused') return slack;
  const teams = workbench?.teams
    ? startTeamsWhenAsked(workbench.teams, around)
    : config.teams && (await startTeams(config.teams, around));
  const surfaces = [slack?.surface, teams].filter(surface => surface !== undefined);
  for (const surface of surfaces) around.addRoute(surface.route);
  return {
    kind: 'started',
    surfaces,
    stop: async () => {
      for (const surface of surfaces) await surface.stop();
      workbench?.stop();
    },
  };
}

export type Routed = Surface & { readonly route: Route };

type StartedWorkbench = {
  readonly handle: Route;
  readonly slack: SlackSettings;
  readonly teams?: TeamsSettings;
  readonly stop: () => void;
};

/**
 * A Slack of our own with secrets made for this run, and a Teams of our own whose tokens nobody checks: that one is there
 * on loopback only.
 */
async function startWorkbench(port: number, host: string): Promise<StartedWorkbench> {
  const { createWorkbench } = await import('../../surfaces/workbench/workbench.ts');
  const botToken = `xoxb-${randomBytes(16).toString('hex')}`;
  const signingSecret = randomBytes(16).toString('hex');
  const origin = `http://127.0.0.1:${port}`;
  const workbench = createWorkbench({
    slack: {
      eventsUrl: `${origin}/slack/events`,
      signingSecret,
      botToken,
      botUser: 'U0LOCKSMITH',
      botId: 'B0LOCKSMITH',
      team: 'T0WORKBENCH',
    },
    ...(isLoopback(host) && { teams: { messagesUrl: `${origin}/api/messages` } }),
    now: Date.now,
    samples: SAMPLES,
  });
  return {
    handle: workbench.handle,
    slack: { botToken, signingSecret, apiUrl: `${origin}/workbench/slack/api/` },
    ...(isLoopback(host) && { teams: { host, anonymous: true } }),
    stop: workbench.stop,
  };
}
