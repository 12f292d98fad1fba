// A workbench on a port of its own, an app that only listens, and a clock that stands still until it is moved.

import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished } from 'vitest';
import type { Message, Snapshot } from '../../../src/surfaces/workbench/protocol.ts';
import { createWorkbench, type Workbench, type WorkbenchOptions } from '../../../src/surfaces/workbench/workbench.ts';

export const BOT_TOKEN = ['xoxb', 'workbench'].join('-');
export const SIGNING_SECRET = ['signing', 'workbench'].join('-');
export const START = Date.UTC(2026, 10, 23, 9, 0, 0);

export const CHANNEL = 'C0CLOUDHELP';
export const YOU = 'U0YOU';
export const PRIYA = 'U0PRIYA';
export const BOT = 'U0LOCKSMITH';

/** What was posted to the app, and how it was dressed. */
export type Delivery = { readonly headers: Readonly<Record<string, string>>; readonly body: string };
export type Json = Readonly<Record<string, unknown>>;

export type Bench = {
  readonly url: string;
  readonly workbench: Workbench;
  readonly delivered: Delivery[];
  /** Events as the app would read them, in order. */
  readonly events: () => readonly Json[];
  /** The last interaction, or the last command's fields. */
  readonly lastForm: () => Json;
  readonly answerWith: (answer: () => Response | Promise<Response>) => void;
  readonly page: (act: string, body: Json) => Promise<{ readonly status: number; readonly body: Json }>;
  readonly api: (method: string, given?: Json) => Promise<Json>;
  readonly state: () => Promise<Snapshot>;
  readonly messages: () => Promise<readonly Message[]>;
  readonly wait: (ms: number) => void;
};

export async function startBench(options: Partial<WorkbenchOptions> = {}): Promise<Bench> {
  const delivered: Delivery[] = [];
  let now = START;
  let answer: () => Response | Promise<Response> = () => new Response('');
  let workbench: Workbench | undefined;
  const server = createServer(async (request, response) => {
    if (!(await workbench?.handle(request, response))) response.writeHead(404).end();
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const url = `http://localhost:${portOf(server.address())}`;
  workbench = createWorkbench({
    slack: app(url),
    now: () => now,
    samples: [{ title: 'A sample', text: 'ExpiredToken' }],
    origin: 'http://localhost:3000',
    fetch: async (_, init) => {
      delivered.push({ headers: Object.fromEntries(new Headers(init?.headers)), body: String(init?.body) });
      return answer();
    },
    ...options,
  });
  onTestFinished(() => {
    workbench?.stop();
    server.closeAllConnections();
    server.close();
  });
  return {
    url,
    workbench,
    delivered,
    events: () => delivered.map(eventIn).filter(event => event !== undefined),
    lastForm: () => formIn(delivered.at(-1)),
    answerWith: next => {
      answer = next;
    },
    page: (act, body) => asPage(url, act, body),
    api: (method, given = {}) => asApp(url, method, given),
    state: () => stateOf(url),
    messages: async () => (await stateOf(url)).messages,
    wait: ms => {
      now += ms;
    },
  };
}

const app = (url: string) => ({
  eventsUrl: `${url}/slack/events`,
  signingSecret: SIGNING_SECRET,
  botToken: BOT_TOKEN,
  botUser: BOT,
  botId: 'B0LOCKSMITH',
  team: 'T0WORKBENCH',
  commands: [{ command: '/creds', usage: '[error]', description: 'Explain an error' }],
  shortcuts: [
    { name: 'Diagnose this', kind: 'message', callback: 'diagnose' },
    { name: 'Explain an error', kind: 'global', callback: 'explain' },
  ] as const,
});

const portOf = (address: string | AddressInfo | null): number =>
  typeof address === 'object' && address ? address.port : 0;

async function asPage(url: string, act: string, body: Json) {
  const response = await fetch(`${url}/workbench/api/${act}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as: YOU, client: 'tab', ...body }),
  });
  return { status: response.status, body: await read(response) };
}

/** As @slack/web-api sends it: a form, structures as JSON in it. */
async function asApp(url: string, method: string, given: Json): Promise<Json> {
  const form = Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)] as const);
  const response = await fetch(`${url}/workbench/slack/api/${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${BOT_TOKEN}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(Object.fromEntries(form)).toString(),
  });
  return read(response);
}

export const stateOf = async (url: string): Promise<Snapshot> =>
  JSON.parse(await (await fetch(`${url}/workbench/api/state`)).text());

export const read = async (response: Response): Promise<Json> => JSON.parse(await response.text());

/** A text deep in an answer: `textAt(opened, 'view', 'id')`. */
export function textAt(answer: Json, ...path: readonly string[]): string {
  const found = path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value ? Reflect.get(value, step) : undefined),
    answer,
  );
  return String(found);
}

function eventIn({ body }: Delivery): Json | undefined {
  const parsed: { readonly event?: Json } = body.startsWith('{') ? JSON.parse(body) : {};
  return parsed.event;
}

function formIn(delivery: Delivery | undefined): Json {
  const form = Object.fromEntries(new URLSearchParams(delivery?.body));
  return form['payload'] ? JSON.parse(form['payload']) : form;
}

/** Compares with a file beside the tests; UPDATE_GOLDEN=1 writes it anew, to be looked at before it is kept. */
export function expectGolden(name: string, value: unknown): void {
  const file = new URL(`./golden/${name}.json`, import.meta.url);
  if (process.env['UPDATE_GOLDEN']) writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
  expect(JSON.parse(JSON.stringify(value))).toEqual(JSON.parse(readFileSync(file, 'utf8')));
}

/** Posts a message of the app into a thread of a person's message, and says where both stand. */
export async function answered(bench: Bench, blocks: readonly Json[]) {
  const asked = await bench.page('message', { channel: CHANNEL, text: 'ExpiredToken' });
  const thread = String(asked.body['ts']);
  const posted = await bench.api('chat.postMessage', { channel: CHANNEL, thread_ts: thread, text: 'Answer', blocks });
  return { thread, ts: String(posted['ts']) };
}

export const checklist = (ticked: readonly string[] = []): readonly Json[] => {
  const options = ['one', 'two', 'three'].map(value => ({ text: { type: 'mrkdwn', text: `*${value}*` }, value }));
  const initial = options.filter(option => ticked.includes(option.value));
  const element = {
    type: 'checkboxes',
    action_id: 'steps',
    options,
    ...(initial.length > 0 ? { initial_options: initial } : {}),
  };
  const button = {
    type: 'button',
    action_id: 'solved',
    value: 'yes',
    text: { type: 'plain_text', text: 'It works now' },
  };
  return [{ type: 'actions', block_id: 'list', elements: [element, button] }];
};
