// The real surface behind a real HTTP server, with sealed installations in an embedded store; what it hands on is collected.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { ChatEvent, Place } from '../../../../src/conversation/chat-event.ts';
import type { Reply } from '../../../../src/conversation/reply.ts';
import { createInstallations } from '../../../../src/store/installations/installations.ts';
import { parseKeys } from '../../../../src/store/installations/sealing.ts';
import { createReferences } from '../../../../src/store/references.ts';
import { openEmbedded } from '../../../../src/store/sqlite/embedded.ts';
import type { OAuthOptions } from '../../../../src/surfaces/slack/installing/installing.ts';
import { createSlack, type SlackOptions, type SlackSurface } from '../../../../src/surfaces/slack/slack.ts';
import type { Delivery } from '../../../../src/surfaces/surface.ts';
import { postSigned, SIGNING_SECRET } from '../../../service/fake-slack.ts';
import { type ManySlack, startManySlack } from './many-slack.ts';

export type AnApp = {
  readonly slack: ManySlack;
  readonly surface: SlackSurface;
  readonly url: string;
  readonly events: readonly ChatEvent[];
  readonly log: readonly string[];
  readonly skipped: readonly string[];
  /** Moves the clock on. */
  readonly later: (ms: number) => void;
  readonly installations: ReturnType<typeof createInstallations>;
  /** Sends an event, signed; resolves with the status of the answer. */
  readonly send: (body: Readonly<Record<string, unknown>>) => Promise<number>;
  readonly say: (workspace: string, text: string) => Promise<Delivery>;
  readonly stop: () => Promise<void>;
};

type Changes = Partial<Omit<SlackOptions, 'oauth'>> & Partial<Pick<OAuthOptions, 'publicUrl' | 'mayInstall'>>;

/** With many workspaces, unless `changes` give the token of one. */
export async function startApp({ publicUrl, mayInstall, ...changes }: Changes = {}): Promise<AnApp> {
  const slack = await startManySlack();
  const opened = await openEmbedded(':memory:');
  const keys = parseKeys(randomBytes(32).toString('base64'));
  if (opened.kind === 'refused' || keys.kind !== 'keys') throw new Error('no store');
  let offsetMs = 0;
  const now = (): number => Date.now() + offsetMs;
  const installations = createInstallations(opened.db, keys.keys, now);
  const references = createReferences(opened.db, now);
  const events: ChatEvent[] = [];
  const log: string[] = [];
  const skipped: string[] = [];
  const oauth = {
    clientId: 'a-client-id',
    clientSecret: 'a-client-secret',
    stateSecret: 'a-state-secret-for-tests',
    ...(publicUrl !== undefined && { publicUrl }),
    ...(mayInstall && { mayInstall }),
    installations,
    isFirst: (nonce: string) => references.add(`state/${nonce}`, ''),
  };
  const surface = await createSlack(
    {
      ...(changes.botToken === undefined && { oauth }),
      signingSecret: SIGNING_SECRET,
      apiUrl: `${slack.url}/api/`,
      skipped: why => skipped.push(why),
      log: { warn: message => log.push(message), error: message => log.push(message) },
      now,
      ...changes,
    },
    async event => {
      events.push(event);
    },
  );
  const server = createServer(async (request, response) => {
    if (!(await surface.handle(request, response))) response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  return {
    slack,
    surface,
    url,
    events,
    log,
    skipped,
    installations,
    later: ms => {
      offsetMs += ms;
    },
    send: body => postSigned(url, JSON.stringify(body), { secondsAgo: -offsetMs / 1_000 }),
    say: (workspace, text) => surface.deliver(placeIn(workspace), replyOf(text)),
    stop: async () => {
      server.close();
      server.closeAllConnections();
      slack.stop();
      await opened.db.destroy();
    },
  };
}

export const placeIn = (workspace: string): Place => ({ surface: 'slack', workspace, channel: 'C1', thread: '1.1' });

const replyOf = (text: string): Reply => ({
  id: text,
  summary: text,
  blocks: [{ kind: 'text', text: [{ kind: 'plain', text }] }],
});

/** A message event, with the envelope that says where it comes from. */
export const messageIn = (
  workspace: string,
  ts: string,
  event: Readonly<Record<string, unknown>> = {},
  envelope: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> => ({
  type: 'event_callback',
  team_id: workspace,
  event_id: `Ev${ts}`,
  authorizations: [{ enterprise_id: null, team_id: workspace, is_enterprise_install: false }],
  event: { type: 'message', channel: 'C1', channel_type: 'channel', user: 'U1', ts, text: 'hello', ...event },
  ...envelope,
});
