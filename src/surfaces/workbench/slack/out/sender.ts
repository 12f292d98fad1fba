// Posts events, commands and interactions to the app, signed, and notices whether anybody answers.
import { isDeepStrictEqual } from 'node:util';
import type { AppHealth, Told } from '../../protocol.ts';
import { LIFETIMES } from '../limits.ts';
import type { Ids } from '../memory/ids.ts';
import { appIdOf, type SlackApp } from '../town.ts';
import type { Wire } from '../wire.ts';
import { sign } from './signing.ts';

/** What came back: an answer, or the reason why there was none in time. */
export type Answered =
  | { readonly kind: 'answered'; readonly status: number; readonly body: string }
  | { readonly kind: 'silent'; readonly reason: string };

export type Sender = {
  readonly event: (event: Wire) => Promise<void>;
  readonly command: (fields: Readonly<Record<string, string>>) => Promise<Answered>;
  readonly interaction: (payload: Wire) => Promise<Answered>;
  /** For tests: the next event goes out this many times more, with the same event id and a retry header. */
  readonly repeatNextEvent: (times?: number) => void;
  readonly health: () => AppHealth;
};

type SenderOptions = {
  readonly app: SlackApp;
  readonly ids: Ids;
  readonly now: () => number;
  readonly fetch: typeof fetch;
  readonly tell: (told: Told) => void;
};

const JSON_BODY = 'application/json';
/** Without a charset: Slack sends none, and Bolt compares the whole header. */
const FORM_BODY = 'application/x-www-form-urlencoded';

export function createSender(options: SenderOptions): Sender {
  let repeats = 0;
  let health: AppHealth = { kind: 'unknown' };
  const post = async (type: string, body: string, more: Readonly<Record<string, string>> = {}): Promise<Answered> => {
    const answer = await deliver(options, type, body, more);
    const before = health;
    health = healthAfter(answer);
    if (!isDeepStrictEqual(before, health)) options.tell({ kind: 'health', health });
    return answer;
  };
  return {
    event: async event => {
      const body = JSON.stringify(envelope(options, event));
      const again = repeats;
      repeats = 0;
      await post(JSON_BODY, body);
      for (let turn = 1; turn <= again; turn += 1) await post(JSON_BODY, body, retryHeaders(turn));
    },
    command: fields => post(FORM_BODY, new URLSearchParams(fields).toString()),
    interaction: payload => post(FORM_BODY, new URLSearchParams({ payload: JSON.stringify(payload) }).toString()),
    repeatNextEvent: (times = 1) => {
      repeats = times;
    },
    health: () => health,
  };
}

async function deliver(
  options: SenderOptions,
  type: string,
  body: string,
  more: Readonly<Record<string, string>>,
): Promise<Answered> {
  const headers = { 'content-type': type, ...sign(body, options.app.signingSecret, options.now()), ...more };
  const signal = AbortSignal.timeout(LIFETIMES.acknowledgeMs);
  try {
    const response = await options.fetch(options.app.eventsUrl, { method: 'POST', headers, body, signal });
    return { kind: 'answered', status: response.status, body: await response.text() };
  } catch (error) {
    return { kind: 'silent', reason: reasonOf(error) };
  }
}

function healthAfter(answer: Answered): AppHealth {
  if (answer.kind === 'silent') return answer;
  return answer.status < 300
    ? { kind: 'answering' }
    : { kind: 'silent', reason: `it answers with status ${answer.status}` };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'the request failed';
  if (error.name === 'TimeoutError') return `no answer within ${LIFETIMES.acknowledgeMs / 1_000} seconds`;
  const cause = error.cause instanceof Error && 'code' in error.cause ? String(error.cause.code) : error.name;
  return cause === 'ECONNREFUSED' ? 'nothing listens at its address' : `the connection failed (${cause})`;
}

const retryHeaders = (turn: number) => ({ 'x-slack-retry-num': String(turn), 'x-slack-retry-reason': 'http_timeout' });

function envelope({ app, ids, now }: SenderOptions, event: Wire): Wire {
  const seen = { team_id: app.team, user_id: app.botUser, is_bot: true };
  return {
    token: 'workbench',
    team_id: app.team,
    context_team_id: app.team,
    context_enterprise_id: null,
    api_app_id: appIdOf(app),
    event,
    type: 'event_callback',
    event_id: ids.id('Ev'),
    event_time: Math.floor(now() / 1_000),
    authorizations: [{ enterprise_id: null, ...seen, is_enterprise_install: false }],
    is_ext_shared_channel: false,
  };
}
