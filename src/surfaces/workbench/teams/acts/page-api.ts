// The page's own door to the Teams view, /workbench/teams/api/: what people do in the browser, as JSON.
import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { json, mediaTypeOf, parseJson, pathOf, type Reply, readBody } from '../../exchange.ts';
import type { Tenant } from '../tenant.ts';
import { diagnose, search, submit } from './extension.ts';
import { type Outcome, refused } from './outcome.ts';
import { press, refresh } from './pressing.ts';
import { requests } from './requests.ts';
import { attach, command, edit, erase, insert, write } from './writing.ts';

type Act = (tenant: Tenant, body: unknown) => Promise<Outcome>;

/** Reads the body by its shape; what is wrong with it may be somebody's own doing, and is said in its words. */
const act =
  <Shape extends z.ZodType>(
    shape: Shape,
    does: (tenant: Tenant, asked: z.infer<Shape>) => Promise<Outcome> | Outcome,
  ): Act =>
  async (tenant, body) => {
    const asked = shape.safeParse(body);
    return asked.success
      ? does(tenant, asked.data)
      : refused(asked.error.issues[0]?.message ?? 'That is not understood.');
  };

const ACTS: ReadonlyMap<string, Act> = new Map([
  ['message', act(requests.message, write)],
  ['file', act(requests.file, attach)],
  ['command', act(requests.command, command)],
  ['edit', act(requests.edit, edit)],
  ['delete', act(requests.delete, erase)],
  ['press', act(requests.press, press)],
  ['refresh', act(requests.refresh, refresh)],
  ['diagnose', act(requests.diagnose, diagnose)],
  ['submit', act(requests.submit, submit)],
  ['search', act(requests.search, search)],
  ['insert', act(requests.insert, insert)],
]);

export const API = '/workbench/teams/api/';

export async function answerPage(tenant: Tenant, request: IncomingMessage): Promise<Reply> {
  const does = request.method === 'POST' ? ACTS.get(pathOf(request).slice(API.length)) : undefined;
  if (!does) return json(404, { error: 'There is nothing here.' });
  if (mediaTypeOf(request) !== 'application/json') return json(415, { error: 'Send JSON.' });
  const body = await readBody(request);
  if (body === undefined) return json(413, { error: 'That is too long.' });
  const outcome = await does(tenant, parseJson(body));
  return outcome.kind === 'refused' ? json(422, { error: outcome.reason }) : json(200, outcome.result ?? {});
}
