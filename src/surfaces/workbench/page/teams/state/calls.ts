// Asks the workbench's server to do things in Teams.

import type { Requests } from '../../../teams/acts/requests.ts';
import type { Dialog, Found, Message, Pressed } from '../../../teams/protocol.ts';
import { createAsk } from '../../state/ask.ts';

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

export const createCall = (as: string, client: string, fail: (reason: string) => void): Call =>
  createAsk('/workbench/teams/api/', { as, client }, fail);
