// What Bolt is told of the workspace that an event comes from: who we are there, and never a token.
import type { Authorize, webApi } from '@slack/bolt';
import type { Workspaces } from './workspaces.ts';

/**
 * Where Bolt wants a token it gets the name of the workspace. It keeps a client for every token that it ever saw, 27 KB
 * each, so tokens that end would fill the memory; this way the `client` of a listener is its workspace's, for good.
 */
export const createAuthorize =
  (workspaces: Workspaces): Authorize<boolean> =>
  async source => {
    const member = await workspaces.find(source);
    return member ? { ...member, botToken: member.workspace } : {};
  };

type Fetch = NonNullable<webApi.WebClientOptions['fetch']>;

/** Puts the token in the place of the workspace's name as a call goes out. */
export const speakingFor =
  (workspaces: Workspaces): Fetch =>
  async (input, init) => {
    const headers = new Headers(init?.headers);
    const workspace = headers.get('authorization')?.replace(/^Bearer /, '');
    if (workspace === undefined) return fetch(input, init);
    const access = await workspaces.access(workspace);
    if (access.kind === 'access') headers.set('authorization', `Bearer ${access.token}`);
    // The Web API's own way of saying no, so that faultOf knows it.
    else return Response.json({ ok: false, error: 'code' in access.fault ? access.fault.code : 'internal_error' });
    return fetch(input, { ...init, headers });
  };
