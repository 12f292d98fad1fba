// The page's own door, /workbench/api/: what people do in the browser, as JSON.
import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { json, mediaTypeOf, parseJson, pathOf, type Reply, readBody, text } from './exchange.ts';
import { requests } from './page-requests.ts';
import type { Sample, Snapshot } from './protocol.ts';
import { click, shortcut } from './slack/acts/clicking.ts';
import { command } from './slack/acts/commanding.ts';
import { close, openHome, submit } from './slack/acts/forms.ts';
import { done, type Outcome, refused } from './slack/acts/outcome.ts';
import { edit, erase, react, write } from './slack/acts/writing.ts';
import type { Actor } from './slack/memory/loans.ts';
import { shownAs } from './slack/posting.ts';
import { commandsOf, nameOf, shortcutsOf, TEAM_NAME } from './slack/town.ts';
import { personIn, type Workspace } from './slack/workspace.ts';

type Act = (workspace: Workspace, body: unknown) => Promise<Outcome<unknown>>;

/** Reads the body by its shape, and lets only people act. */
const act =
  <Shape extends z.ZodType<{ readonly as: string; readonly client: string }>>(
    shape: Shape,
    does: (workspace: Workspace, asked: z.infer<Shape>, actor: Actor) => Promise<Outcome<unknown>> | Outcome<unknown>,
  ): Act =>
  async (workspace, body) => {
    const asked = shape.safeParse(body);
    if (!asked.success) return refused('The request does not have the shape that is expected here.');
    const person = personIn(workspace, asked.data.as);
    if (!person || person.bot) return refused('There is no such person.');
    return does(workspace, asked.data, { person: person.id, client: asked.data.client });
  };

const ACTS: ReadonlyMap<string, Act> = new Map([
  [
    'message',
    act(requests.message, (workspace, { channel, text, thread }, actor) =>
      write(workspace, { actor, channel, text, ...maybe(thread) }),
    ),
  ],
  [
    'command',
    act(requests.command, (workspace, { channel, text, thread }, actor) =>
      command(workspace, { actor, channel, text, ...maybe(thread) }),
    ),
  ],
  [
    'edit',
    act(requests.edit, (workspace, { channel, ts, text }, actor) => edit(workspace, { actor, channel, ts }, text)),
  ],
  [
    'react',
    act(requests.react, (workspace, { channel, ts, name }, actor) => react(workspace, { actor, channel, ts }, name)),
  ],
  ['delete', act(requests.delete, (workspace, { channel, ts }, actor) => erase(workspace, { actor, channel, ts }))],
  [
    'action',
    act(requests.action, (workspace, { on, choice, state }, actor) => click(workspace, { actor, on, choice, state })),
  ],
  [
    'shortcut',
    act(requests.shortcut, (workspace, { callback, on }, actor) =>
      shortcut(workspace, { actor, callback, ...(on ? { on } : {}) }),
    ),
  ],
  [
    'submit',
    act(requests.submit, async (workspace, { view, choices }, actor) =>
      done(await submit(workspace, actor, view, choices)),
    ),
  ],
  ['close', act(requests.close, async (workspace, { view }, actor) => done(await close(workspace, actor, view)))],
  ['home', act(requests.home, async (workspace, { tab }, actor) => done(await openHome(workspace, actor, tab)))],
]);

const maybe = (thread: string | undefined) => (thread ? { thread } : {});

const API = '/workbench/api/';
const FILE = `${API}file/`;

export async function answerPage(
  workspace: Workspace,
  samples: readonly Sample[],
  request: IncomingMessage,
): Promise<Reply> {
  const path = pathOf(request);
  if (request.method === 'GET') return answerQuestion(workspace, samples, path);
  const does = request.method === 'POST' ? ACTS.get(path.slice(API.length)) : undefined;
  if (!does) return NOTHING_HERE;
  if (mediaTypeOf(request) !== 'application/json') return json(415, { error: 'Send JSON.' });
  const body = await readBody(request);
  if (body === undefined) return json(413, { error: 'That is too long.' });
  const outcome = await does(workspace, parseJson(body));
  return outcome.kind === 'refused' ? json(422, { error: outcome.reason }) : json(200, outcome.result ?? {});
}

const NOTHING_HERE = json(404, { error: 'There is nothing here.' });

function answerQuestion(workspace: Workspace, samples: readonly Sample[], path: string): Reply {
  if (path === `${API}state`) return json(200, snapshotOf(workspace, samples));
  const content = path.startsWith(FILE) ? workspace.files.read(path.slice(FILE.length)) : undefined;
  return content === undefined ? NOTHING_HERE : text(200, content);
}

/** Everything a page needs to draw itself from nothing. */
export const snapshotOf = (workspace: Workspace, samples: readonly Sample[]): Snapshot => ({
  team: { id: workspace.app.team, name: TEAM_NAME },
  app: {
    user: workspace.app.botUser,
    name: nameOf(workspace.app),
    commands: commandsOf(workspace.app),
    shortcuts: shortcutsOf(workspace.app),
  },
  people: workspace.people,
  channels: workspace.channels,
  messages: workspace.messages.all().map(shownAs),
  homes: workspace.views.homes(),
  talks: workspace.talks.all(),
  samples,
  health: workspace.sender.health(),
});
