// What the platform itself says to one person: a command that is not there, an app that does not answer.
import { post } from '../posting.ts';
import { PLATFORM_USER } from '../town.ts';
import type { Workspace } from '../workspace.ts';

type Where = { readonly channel: string; readonly to: string; readonly thread?: string | undefined };

export function tellPrivately(workspace: Workspace, { channel, to, thread }: Where, text: string): void {
  post(workspace, { channel, to, by: PLATFORM_USER, text, ...(thread ? { thread } : {}) });
}
