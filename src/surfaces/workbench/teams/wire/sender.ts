// Posts activities to the app, and notices whether anybody answers.
import { isDeepStrictEqual } from 'node:util';
import { parseJson } from '../../exchange.ts';
import type { AppHealth } from '../../protocol.ts';
import { LIMITS } from '../limits.ts';
import type { Told } from '../protocol.ts';
import type { Activity } from './activities.ts';

/** What came back: an answer, or the reason why there was none in time. */
export type Answered =
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'silent'; readonly reason: string };

export type Sender = {
  readonly send: (activity: Activity) => Promise<Answered>;
  readonly health: () => AppHealth;
};

type SenderOptions = {
  readonly url: string;
  readonly fetch: typeof fetch;
  readonly tell: (told: Told) => void;
};

export function createSender(options: SenderOptions): Sender {
  let health: AppHealth = { kind: 'unknown' };
  return {
    send: async activity => {
      const answer = await post(options, activity);
      const before = health;
      health = healthAfter(answer);
      if (!isDeepStrictEqual(before, health)) options.tell({ kind: 'health', health });
      return answer;
    },
    health: () => health,
  };
}

/** No token: the app under test is told to want none, which it may on loopback only. */
async function post({ url, fetch }: SenderOptions, activity: Activity): Promise<Answered> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(LIMITS.answerMs),
    });
    return { kind: 'answered', status: response.status, body: parseJson(await response.text()) };
  } catch (error) {
    return { kind: 'silent', reason: reasonOf(error) };
  }
}

/** 501 is an honest answer: an invoke that the app does not know. */
function healthAfter(answer: Answered): AppHealth {
  if (answer.kind === 'silent') return answer;
  return answer.status < 300 || answer.status === 501
    ? { kind: 'answering' }
    : { kind: 'silent', reason: `it answers with status ${answer.status}` };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'the request failed';
  if (error.name === 'TimeoutError') return `no answer within ${LIMITS.answerMs / 1_000} seconds`;
  const cause = error.cause instanceof Error && 'code' in error.cause ? String(error.cause.code) : error.name;
  return cause === 'ECONNREFUSED' ? 'nothing listens at its address' : `the connection failed (${cause})`;
}
