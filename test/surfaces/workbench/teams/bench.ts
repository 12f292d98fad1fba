// Teams' stand-in on a port of its own, an app that only listens, and a clock that stands still.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Message, Snapshot } from '../../../../src/surfaces/workbench/teams/protocol.ts';
import { createWorkbench, type Workbench } from '../../../../src/surfaces/workbench/workbench.ts';

export type Json = Readonly<Record<string, unknown>>;
export type Answer = { readonly status: number; readonly body: Json };

export const YOU = '29:1you';
export const PRIYA = '29:1priya';
export const BOT = '28:00000000-0000-4000-8000-000000000b07';
export const HELP = '19:cloudhelp@thread.tacv2';
export const GENERAL = '19:general@thread.tacv2';
export const START = Date.UTC(2026, 10, 23, 9, 0, 0);
const RUN = START.toString(36);
export const GROUP = `19:release-${RUN}@thread.v2`;
export const chatOf = (name: string): string => `a:1${name}-${RUN}`;

export type Bench = {
  readonly url: string;
  readonly workbench: Workbench;
  /** What the app was sent, in order. */
  readonly activities: Json[];
  readonly answerWith: (answer: () => Response) => void;
  readonly page: (act: string, body: Json) => Promise<Answer>;
  readonly connector: (method: string, path: string, body: unknown) => Promise<Answer>;
  readonly messages: () => Promise<readonly Message[]>;
};

export async function startBench(): Promise<Bench> {
  const activities: Json[] = [];
  let answer = () => new Response('');
  let workbench: Workbench | undefined;
  const server = createServer(async (request, response) => {
    if (!(await workbench?.handle(request, response))) response.writeHead(404).end();
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const url = `http://localhost:${portOf(server.address())}`;
  workbench = createWorkbench({
    slack: {
      eventsUrl: `${url}/slack/events`,
      signingSecret: 's',
      botToken: 't',
      botUser: 'U0LOCKSMITH',
      botId: 'B0LOCKSMITH',
      team: 'T0WORKBENCH',
    },
    teams: { messagesUrl: `${url}/api/messages` },
    now: () => START,
    samples: [],
    fetch: async (_, init) => {
      activities.push(JSON.parse(String(init?.body)));
      return answer();
    },
  });
  onTestFinished(() => {
    workbench?.stop();
    server.closeAllConnections();
    server.close();
  });
  return {
    url,
    workbench,
    activities,
    answerWith: next => {
      answer = next;
    },
    page: (act, body) => send(`${url}/workbench/teams/api/${act}`, 'POST', { as: YOU, conversation: HELP, ...body }),
    connector: (method, path, body) => send(`${url}/workbench/teams/connector/v3/conversations${path}`, method, body),
    messages: async () => (await stateOf(url)).messages,
  };
}

export async function stateOf(url: string): Promise<Snapshot> {
  const response = await fetch(`${url}/workbench/teams/api/state`);
  return JSON.parse(await response.text());
}

async function send(url: string, method: string, body: unknown): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method, headers, body: JSON.stringify(body) });
  return { status: response.status, body: JSON.parse(await response.text()) };
}

const portOf = (address: string | AddressInfo | null): number =>
  typeof address === 'object' && address ? address.port : 0;

export const card = (more: Json = {}): Json => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text: 'Hello', wrap: true }],
  ...more,
});

export const activityWith = (content: Json, more: Json = {}): Json => ({
  type: 'message',
  from: { id: BOT, name: 'Locksmith' },
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
  ...more,
});
