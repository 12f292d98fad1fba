// What both platforms' views have in common, handed to the parts of the page that do not care which one it is.
import { createContext, useContext } from 'react';
import type { AppHealth } from '../../protocol.ts';

type Known = { readonly id: string; readonly name: string; readonly bot: boolean };

/** How things stand with the server. `absent`: that platform is not there at all. */
export type Connection = 'connecting' | 'live' | 'lost' | 'absent';

/** `as` is who one writes as; `said` is read out to those who do not see the page. */
export type Shell = {
  readonly platform: 'slack' | 'teams';
  readonly app: { readonly id: string; readonly name: string };
  readonly people: readonly Known[];
  readonly as: string;
  readonly connection: Connection;
  readonly health?: AppHealth;
  readonly drawer: boolean;
  readonly thread?: string;
  readonly problem?: string;
  readonly said: string;
  readonly dispatch: (event: ShellEvent) => void;
};

export type ShellEvent =
  | { readonly kind: 'person'; readonly person: string }
  | { readonly kind: 'thread'; readonly thread?: string }
  | { readonly kind: 'drawer'; readonly open: boolean }
  | { readonly kind: 'problem'; readonly problem?: string };

const Context = createContext<Shell | undefined>(undefined);
export const ShellProvider = Context;

export function useShell(): Shell {
  const shell = useContext(Context);
  if (!shell) throw new Error('useShell needs a ShellProvider above it');
  return shell;
}
