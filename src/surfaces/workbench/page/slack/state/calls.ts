// Asks the workbench's server to do things.

import type { Requests } from '../../../page-requests.ts';
import type { Message, Submitted } from '../../../protocol.ts';
import { createAsk } from '../../state/ask.ts';

/** Every request says who acts and from which tab; callers leave that to `Caller`. */
type Asked<Name extends keyof Requests> = Omit<Requests[Name], 'as' | 'client'>;
type Results = { readonly message: Message; readonly submit: Submitted };
type Result<Name extends keyof Requests> = Name extends keyof Results ? Results[Name] : unknown;

export type Call = <Name extends keyof Requests>(name: Name, asked: Asked<Name>) => Promise<Result<Name> | undefined>;

export const createCall = (as: string, client: string, fail: (reason: string) => void): Call =>
  createAsk('/workbench/api/', { as, client }, fail);

export async function readSnippet(id: string): Promise<string> {
  const response = await fetch(`/workbench/api/file/${id}`);
  return response.ok ? response.text() : 'This file is no longer there.';
}
