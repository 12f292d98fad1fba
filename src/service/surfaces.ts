// The surfaces that are configured, started: Slack, Teams, or the workbench where there is neither. Each SDK is loaded only here.
import { randomBytes } from 'node:crypto';
import type { CommandGiven } from '../conversation/chat-event.ts';
import type { Reply } from '../conversation/reply.ts';
import { respond } from '../conversation/respond/respond.ts';
import { type Redaction, redact } from '../redaction/redact.ts';
import type { References } from '../store/references.ts';
import type { Surface } from '../surfaces/surface.ts';
import type { Config } from './config.ts';
import { createHandle, type Way } from './handle.ts';
import type { Route } from './http.ts';
import type { Log } from './log.ts';
import { SAMPLES } from './samples.ts';

export type Surroundings = {
  readonly port: number;
  readonly log: Log;
  readonly way: Way;
  readonly references: References;
  readonly addRoute: (route: Route) => void;
};
export type Started = { readonly surfaces: readonly Surface[]; readonly stop: () => Promise<void> };

export async function startSurfaces(config: Config, around: Surroundings): Promise<Started> {
  const workbench = config.slack || config.teams ? undefined : await startWorkbench(around.port);
  const secrets = workbench?.slack ?? config.slack;
  // The workbench answers the first question that the Slack surface asks, so it must be reachable before.
  if (workbench) around.addRoute(workbench.handle);
  const slack = secrets && (await startSlack(secrets, around));
  const teams = config.teams && (await startTeams(config.teams, around));
  const surfaces = [slack, teams].filter(surface => surface !== undefined);
  for (const surface of surfaces) around.addRoute(surface.route);
  return {
    surfaces,
    stop: async () => {
      for (const surface of surfaces) await surface.stop();
      workbench?.stop();
    },
  };
}

type Routed = Surface & { readonly route: Route };

const told = (log: Log) => ({
  warn: (message: string) => log.warn(message),
  error: (message: string) => log.error(message),
});

async function startSlack(secrets: NonNullable<Config['slack']>, { log, way }: Surroundings): Promise<Routed> {
  const { createSlack } = await import('../surfaces/slack/slack.ts');
  const slack = await createSlack({ ...secrets, now: Date.now, log: told(log) }, createHandle(way));
  return {
    ...slack,
    route: (request, response) => {
      // Bolt throws at anything else, and that would be logged as a bug of ours.
      if (request.method !== 'POST' || request.url?.split('?')[0] !== '/slack/events') return false;
      slack.handle(request, response);
      return true;
    },
  };
}

async function startTeams(
  settings: NonNullable<Config['teams']>,
  { log, way, references }: Surroundings,
): Promise<Routed> {
  const { createTeams } = await import('../surfaces/teams/teams.ts');
  const asked = { diagnose: (text: string) => diagnose(text, way), search: (words: string) => search(words, way) };
  const teams = createTeams({ ...settings, ...asked, references, now: Date.now, log: told(log) }, createHandle(way));
  return {
    ...teams,
    route: (request, response) => {
      if (request.url?.split('?')[0] !== '/api/messages') return false;
      teams.handle(request, response);
      return true;
    },
  };
}

/** What a private command of this text would be answered with, for those who must answer at once. */
function diagnose(text: string, way: Way): Reply {
  const event = asCommand(redact(text), way.now());
  const [reply] = respond(event, undefined, way.contextOf(event)).replies;
  if (!reply) throw new Error('a command got no reply');
  return reply;
}

function search(words: string, way: Way): { readonly id: string; readonly title: string; readonly answer: string }[] {
  const event = asCommand(redact(words), way.now());
  const { matcher, entries } = way.contextOf(event);
  return matcher.match(event.text.text).flatMap(({ entry }) => entries.get(entry) ?? []);
}

const asCommand = (text: Redaction, at: number): CommandGiven<Redaction> => ({
  kind: 'command-given',
  key: `asked/${at}`,
  at,
  place: { surface: 'teams', workspace: '', channel: '', thread: '' },
  by: { id: '', name: '' },
  text,
});

type StartedWorkbench = {
  readonly handle: Route;
  readonly slack: NonNullable<Config['slack']>;
  readonly stop: () => void;
};

/** A Slack of our own on loopback, with secrets made for this run. */
async function startWorkbench(port: number): Promise<StartedWorkbench> {
  const { createWorkbench } = await import('../surfaces/workbench/workbench.ts');
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
    now: Date.now,
    samples: SAMPLES,
  });
  return {
    handle: workbench.handle,
    slack: { botToken, signingSecret, apiUrl: `${origin}/workbench/slack/api/` },
    stop: workbench.stop,
  };
}
