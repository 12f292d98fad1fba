// Asks the workbench's server to do things in Teams.
import type { Requests } from '../../../teams/acts/requests.ts';
import type { Dialog, Found, Message, Pressed } from '../../../teams/protocol.ts';

/** Every request says who acts and from which tab; callers leave that to `Call`. */
type Asked<Name extends keyof Requests> = Omit<Requests[Name], 'as' | 'client'>;
type Results = {
  readonly message: Message;
  readonly file: Message;
  readonly command: Message;
  readonly edit: Message;
  readonly insert: Message;
  readonly press: Pressed;
  readonly refresh: Pressed;
  readonly diagnose: Dialog;
  readonly submit: Dialog;
  readonly search: readonly Found[];
};
type Result<Name extends keyof Requests> = Name extends keyof Results ? Results[Name] : unknown;

export type Call = <Name extends keyof Requests>(name: Name, asked: Asked<Name>) => Promise<Result<Name> | undefined>;

/** Nothing comes back when it failed; `fail` has then been told why, in words for people. */
export const createCall =
  (as: string, client: string, fail: (reason: string) => void): Call =>
  async (name, asked) => {
    try {
      const response = await fetch(`/workbench/teams/api/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...asked, as, client }),
      });
      const answer = await response.json();
      if (response.ok) return answer;
      fail(answer.error ?? 'That did not work.');
    } catch {
      fail('The workbench’s server does not answer. Is it still running?');
    }
    return undefined;
  };
