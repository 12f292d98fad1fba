// Every way into the workbench: its page hands what is written to a stand-in Slack or Teams, and that to the surface.
import type { Door, Reach } from './slack-doors.ts';

async function ask({ url }: Reach, act: string, more: Readonly<Record<string, unknown>>): Promise<number> {
  const body = JSON.stringify({ as: 'U0YOU', client: 'tab', channel: 'C0CLOUDHELP', ...more });
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
  return (await fetch(`${url}/workbench/api/${act}`, init)).status;
}

/** In the Teams view; a message there has at most 28 KB, which none of these comes near. */
async function inTeams({ url }: Reach, act: string, more: Readonly<Record<string, unknown>>): Promise<number> {
  const body = JSON.stringify({ as: '29:1you', client: 'tab', conversation: '19:cloudhelp@thread.tacv2', ...more });
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
  return (await fetch(`${url}/workbench/teams/api/${act}`, init)).status;
}

export const WORKBENCH_DOORS: Readonly<Record<string, Door>> = {
  'a message': (reach, text) => ask(reach, 'message', { text }),
  'a command': (reach, text) => ask(reach, 'command', { text: `/creds ${text}` }),
  'a message in the Teams view': (reach, text) => inTeams(reach, 'message', { text }),
  'a command in the Teams view': (reach, text) => inTeams(reach, 'command', { text: `/creds ${text}` }),
};
