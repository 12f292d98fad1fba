// Locksmith, whole, beside a stand-in Slack that reaches it by signed requests or by a web socket.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type App, createApp } from '../../../src/service/app.ts';
import type { Config } from '../../../src/service/config/config.ts';
import { createLog } from '../../../src/service/report/log.ts';
import { BARE_CONFIG } from '../bare-config.ts';
import { type Call, type FakeSlack, FORMS, postSigned, SIGNING_SECRET, startFakeSlack } from '../fake-slack.ts';
import { type SocketSlack, startSocketSlack } from './socket-slack.ts';

export type Transport = 'http' | 'socket';
export type Payload = Readonly<Record<string, unknown>>;

export type Running = {
  readonly slack: FakeSlack;
  readonly socket: SocketSlack | undefined;
  readonly folder: string;
  /** The lines of the log. */
  readonly lines: readonly string[];
  /** Delivers an event, a command or an interaction; resolves when Slack was told that it arrived. */
  readonly send: (payload: Payload) => Promise<void>;
  /** What was posted in channels, in order: the channel, its thread, the text. */
  readonly posts: () => Call[];
  /** Resolves when something was posted in a thread. */
  readonly posted: (thread: string, nth?: number) => Promise<Call>;
  readonly stop: () => Promise<void>;
};

/** `beside`: a Slack that runs already; `folder`: the store of one that stopped. */
export type Starting = Partial<Config> & { readonly beside?: FakeSlack; readonly folder?: string };

const isPost = ({ method }: Call): boolean => method === 'chat.postMessage';

export async function startRunning(transport: Transport, { beside, folder, ...more }: Starting = {}): Promise<Running> {
  const slack = beside ?? (await startFakeSlack());
  const socket = transport === 'socket' ? await startSocketSlack() : undefined;
  slack.script('apps.connections.open', () => ({ url: socket?.url }));
  const lines: string[] = [];
  const data = folder ?? mkdtempSync(join(tmpdir(), 'locksmith-slack-'));
  const secrets = { botToken: 'xoxb-for-tests', apiUrl: `${slack.url}/api/` };
  const app = await createApp(
    {
      ...BARE_CONFIG,
      log: 'info',
      dataFolder: data,
      ...more,
      slack: { ...secrets, ...(socket ? { appToken: 'xapp-for-tests' } : { signingSecret: SIGNING_SECRET }) },
    },
    createLog('info', { write: line => lines.push(line) }),
  );
  const stop = async (): Promise<void> => {
    if (app.kind === 'running') await app.stop();
    socket?.stop();
    if (!beside) slack.stop();
  };
  onTestFinished(async () => {
    await stop();
    rmSync(data, { recursive: true, force: true });
  });
  const posts = (): Call[] => slack.calls.filter(isPost);
  return {
    slack,
    socket,
    folder: data,
    lines,
    stop,
    posts,
    send: payload => (socket ? bySocket(socket, payload) : byHttp(app, payload)),
    posted: (thread, nth) => slack.until(call => isPost(call) && call.body['thread_ts'] === thread, nth),
  };
}

async function byHttp(app: App, payload: Payload): Promise<void> {
  const url = app.kind === 'running' ? `http://127.0.0.1:${app.port}` : '';
  const status = await postSigned(url, ...requestOf(payload));
  if (status !== 200) throw new Error(`answered ${status}`);
}

function requestOf(payload: Payload): [string, { readonly type: string }] {
  if (payload['type'] === 'event_callback') return [JSON.stringify(payload), { type: FORMS.json }];
  const form = isCommand(payload)
    ? Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, String(value)]))
    : { payload: JSON.stringify(payload) };
  return [new URLSearchParams(form).toString(), { type: FORMS.form }];
}

const isCommand = (payload: Payload): boolean => 'command' in payload;

async function bySocket(socket: SocketSlack, payload: Payload): Promise<void> {
  if (payload['type'] === 'event_callback') await socket.send('events_api', payload);
  else await socket.send(isCommand(payload) ? 'slash_commands' : 'interactive', payload);
}

const FIXTURES = join(import.meta.dirname, '../../fixtures/slack');

/** A captured payload, with what stands in braces replaced: addresses of the stand-in. */
export function fixture(name: string, places: Readonly<Record<string, string>> = {}): Payload {
  const text = readFileSync(join(FIXTURES, `${name}.json`), 'utf8');
  return JSON.parse(text.replace(/"\{(\w+)\}/g, (_, place: string) => `"${places[place] ?? place}`));
}
