// A stand-in for Teams inside our own HTTP server: the Bot Framework's connector for the app, and the page's door to it.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { json, pathOf, type Reply, send } from '../exchange.ts';
import type { Sample } from '../protocol.ts';
import { isFromBrowser, isOwnPage } from '../same-site.ts';
import { createStream } from '../stream.ts';
import { API, answerPage } from './acts/page-api.ts';
import type { Snapshot, Told } from './protocol.ts';
import { createTenant, type Tenant } from './tenant.ts';
import { BOT, COMMANDS, nameOf, ORGANISATION, type TeamsApp } from './town.ts';
import { answerConnector, CONNECTOR } from './wire/connector.ts';
import type { Failure } from './wire/failures.ts';

export const TEAMS_PATH = '/workbench/teams/';

/** `origin` is where the app reaches this server. */
export type TeamsOptions = {
  readonly app: TeamsApp;
  readonly origin: string;
  readonly now: () => number;
  readonly fetch: typeof fetch;
  readonly samples: readonly Sample[];
};

export type StandIn = {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly stop: () => void;
  /** For tests: misfortune to order. */
  readonly failNext: (failure: Failure) => void;
};

export function createStandIn({ samples, origin, ...options }: TeamsOptions): StandIn {
  const stream = createStream<Told>();
  const tenant = createTenant({ ...options, serviceUrl: `${origin}${CONNECTOR}`, tell: stream.tell });
  return {
    handle: async (request, response) => {
      if (pathOf(request) === `${TEAMS_PATH}stream` && isOwnPage(request))
        stream.open(response, { kind: 'snapshot', snapshot: snapshotOf(tenant, samples) });
      else send(response, await replyTo(tenant, samples, request));
    },
    stop: stream.stop,
    failNext: tenant.failures.add,
  };
}

async function replyTo(tenant: Tenant, samples: readonly Sample[], request: IncomingMessage): Promise<Reply> {
  const path = pathOf(request);
  if (path.startsWith(CONNECTOR))
    return isFromBrowser(request) ? json(403, { error: { code: 'Forbidden' } }) : answerConnector(tenant, request);
  if (!isOwnPage(request)) return json(403, { error: 'Only the workbench’s own page may ask for this.' });
  if (path === `${API}state` && request.method === 'GET') return json(200, snapshotOf(tenant, samples));
  return answerPage(tenant, request);
}

/** Everything a page needs to draw itself from nothing. */
const snapshotOf = (
  { app, people, conversations, messages, sender }: Tenant,
  samples: readonly Sample[],
): Snapshot => ({
  organisation: ORGANISATION,
  app: { id: BOT, name: nameOf(app), commands: COMMANDS },
  people,
  conversations,
  messages: messages.all(),
  samples,
  health: sender.health(),
});
