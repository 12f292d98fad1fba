// Asks the workbench's server to do things.
import type { Requests } from '../../page-requests.ts';
import type { Message, Submitted } from '../../protocol.ts';

/** Every request says who acts and from which tab; callers leave that to `Caller`. */
type Asked<Name extends keyof Requests> = Omit<Requests[Name], 'as' | 'client'>;
type Results = { readonly message: Message; readonly submit: Submitted };
type Result<Name extends keyof Requests> = Name extends keyof Results ? Results[Name] : unknown;

export type Call = <Name extends keyof Requests>(name: Name, asked: Asked<Name>) => Promise<Result<Name> | undefined>;

/** Nothing comes back when it failed; `fail` has then been told why, in words for people. */
export const createCall =
  (as: string, client: string, fail: (reason: string) => void): Call =>
  async (name, asked) => {
    try {
      const response = await fetch(`/workbench/api/${name}`, {
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

export async function readSnippet(id: string): Promise<string> {
  const response = await fetch(`/workbench/api/file/${id}`);
  return response.ok ? response.text() : 'This file is no longer there.';
}
