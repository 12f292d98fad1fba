// The workbench: stand-ins for the Slack and Teams platforms inside our own HTTP server, and the page that shows them.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { json, pathOf, type Reply, send, text } from './exchange.ts';
import { answerPage, snapshotOf } from './page-api.ts';
import { createPageFiles } from './page-files.ts';
import type { Sample, Told } from './protocol.ts';
import { isFromBrowser, isKnownHost, isOwnPage } from './same-site.ts';
import { createFailures, type Failure } from './slack/api/failures.ts';
import { answerApp } from './slack/api/web-api.ts';
import type { SlackApp } from './slack/town.ts';
import { createWorkspace } from './slack/workspace.ts';
import { createStream } from './stream.ts';
import { createStandIn, type StandIn, TEAMS_PATH } from './teams/teams.ts';
import type { TeamsApp } from './teams/town.ts';

/**
 * `teams` is left out where the app cannot speak to Teams' stand-in. `origin` is where the app reaches this server, by default the origin of its own `eventsUrl`. `hosts` are names beside
 * localhost under which the page may be opened. `pageFolder` holds the built page.
 */
export type WorkbenchOptions = {
  readonly slack: SlackApp;
  readonly teams?: TeamsApp;
  readonly now: () => number;
  readonly samples: readonly Sample[];
  readonly origin?: string;
  readonly hosts?: readonly string[];
  readonly pageFolder?: string;
  readonly fetch?: typeof fetch;
};

export type Workbench = {
  /** Answers what is addressed to the workbench; false when the path is not its own. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  readonly stop: () => void;
  /** For tests: misfortune to order. */
  readonly slack: {
    readonly failNext: (failure: Failure) => void;
    readonly repeatNextEvent: (times?: number) => void;
  };
  readonly teams?: Pick<StandIn, 'failNext'>;
};

const PAGE_FOLDER = fileURLToPath(new URL('../../../dist/workbench', import.meta.url));
const REFUSED_HOST = 'The workbench answers on localhost only. Open it under that name on the machine where it runs.';
const REFUSED_PAGE = 'Only the workbench’s own page may ask for this.';

export function createWorkbench(options: WorkbenchOptions): Workbench {
  const stream = createStream<Told>();
  const origin = options.origin ?? new URL(options.slack.eventsUrl).origin;
  const workspace = createWorkspace({
    app: options.slack,
    origin,
    now: options.now,
    fetch: options.fetch ?? fetch,
    tell: stream.tell,
  });
  const teams =
    options.teams && createStandIn({ ...options, app: options.teams, origin, fetch: options.fetch ?? fetch });
  const failures = createFailures();
  const files = createPageFiles(options.pageFolder ?? PAGE_FOLDER);

  const replyTo = async (request: IncomingMessage): Promise<Reply | undefined> => {
    const path = pathOf(request);
    if (!isKnownHost(request, options.hosts ?? [])) return text(403, REFUSED_HOST);
    if (!path.startsWith('/workbench/')) return files(path);
    if (!path.startsWith('/workbench/slack/'))
      return isOwnPage(request) ? answerPage(workspace, options.samples, request) : json(403, { error: REFUSED_PAGE });
    if (isFromBrowser(request)) return json(403, { ok: false, error: 'not_for_browsers' });
    return answerApp(workspace, failures, request);
  };

  return {
    handle: async (request, response) => {
      if (!isOwnPath(request)) return false;
      const snapshot = () => ({ kind: 'snapshot', snapshot: snapshotOf(workspace, options.samples) }) as const;
      if (teams && pathOf(request).startsWith(TEAMS_PATH) && isKnownHost(request, options.hosts ?? []))
        await teams.handle(request, response);
      else if (isStream(request, options)) stream.open(response, snapshot());
      else {
        const reply = await replyTo(request);
        if (reply) send(response, reply);
      }
      return true;
    },
    stop: () => {
      stream.stop();
      teams?.stop();
    },
    slack: { failNext: failures.add, repeatNextEvent: workspace.sender.repeatNextEvent },
    ...(teams && { teams }),
  };
}

const isStream = (request: IncomingMessage, { hosts = [] }: WorkbenchOptions): boolean =>
  pathOf(request) === '/workbench/stream' && isKnownHost(request, hosts) && isOwnPage(request);

function isOwnPath(request: IncomingMessage): boolean {
  const path = pathOf(request);
  const isFile = path === '/' || path.startsWith('/assets/');
  return path.startsWith('/workbench/') || (isFile && (request.method === 'GET' || request.method === 'HEAD'));
}
