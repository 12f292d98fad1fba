// /slack/install and /slack/oauth_redirect: Slack's own library leads through OAuth, we decide what is kept and shown.
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  type Installation as BoltInstallation,
  type Logger as BoltLogger,
  HTTPReceiver,
  type webApi,
} from '@slack/bolt';
import { SCOPES } from '../../connection/scopes.ts';
import { faultOf } from '../../fault.ts';
import { type Granted, granted } from '../installation.ts';
import type { OAuthApp } from '../renewal.ts';
import { HEADERS, type Page, pageHtml, sendPage } from './page.ts';
import { createStates, INVALID_STATE, type States } from './state.ts';

export const INSTALL_PATH = '/slack/install';
export const REDIRECT_PATH = '/slack/oauth_redirect';

export type PagesOptions = {
  readonly app: OAuthApp;
  readonly states: States;
  /** Where we are reached from outside; without it Slack takes the first redirect address of the app. */
  readonly publicUrl?: string;
  readonly save: (granted: Granted) => Promise<'saved' | 'refused'>;
  readonly clientOptions: webApi.WebClientOptions;
  readonly logger: BoltLogger;
  readonly now: () => number;
};

/** Answers the two pages, or says that a request is for neither. */
export type Pages = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

export function createPages(options: PagesOptions): Pages {
  const { publicUrl } = options;
  const asked = { scopes: Object.keys(SCOPES), ...(publicUrl && { redirectUri: `${publicUrl}${REDIRECT_PATH}` }) };
  const installer = createInstaller(options, asked);
  const callbacks = {
    success: (installation: BoltInstallation, _: unknown, __: IncomingMessage, response: ServerResponse) =>
      sendPage(response, 200, welcome(installation)),
    failure: (error: Error, _: unknown, __: IncomingMessage, response: ServerResponse) => {
      const { status, page } = explain(error);
      sendPage(response, status, page);
    },
  };
  return async (request, response) => {
    const path = request.url?.split('?')[0];
    if (request.method !== 'GET' || (path !== INSTALL_PATH && path !== REDIRECT_PATH)) return false;
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    if (path === INSTALL_PATH) await installer.handleInstallPath(request, response, {}, asked);
    else await installer.handleCallback(request, response, callbacks);
    return true;
  };
}

type Asked = { readonly scopes: string[]; readonly redirectUri?: string };

/** Bolt makes the installer inside of a receiver; this one is never given an event. */
function createInstaller({ app, states, save, clientOptions, logger, now }: PagesOptions, asked: Asked) {
  const { installer } = new HTTPReceiver({
    ...app,
    signingSecret: '',
    signatureVerification: false,
    endpoints: [],
    // Anybody can come with a wrong state; that is no error of ours.
    logger: { ...logger, error: (...parts) => logger.warn('Slack installation:', ...parts) },
    installationStore: {
      storeInstallation: async from => {
        const one = granted(from, now());
        if (!one) throw new NoBot();
        if ((await save(one)) === 'refused') throw new NotWelcome();
      },
      fetchInstallation: async () => {
        throw new Error('installations are found by workspaces.ts');
      },
    },
    installerOptions: {
      stateStore: createStates(states, asked),
      renderHtmlForInstallPath: href => pageHtml(invitation(href)),
      clientOptions,
    },
  });
  if (!installer) throw new Error('Bolt made no installer');
  return installer;
}

class NoBot extends Error {}
class NotWelcome extends Error {}

const invitation = (href: string): Page => ({
  title: 'Install Locksmith',
  text: 'Locksmith recognises credential errors in the channels that it is invited to, and walks the thread to the fix. Slack asks next which workspace it may join, and what it may do there.',
  action: { label: 'Add to Slack', href },
});

function welcome({ team, enterprise }: BoltInstallation): Page {
  const name = team?.name ?? enterprise?.name ?? 'your workspace';
  const text = 'Invite it to a channel where people ask about failing commands: /invite @Locksmith';
  const href = team ? `https://app.slack.com/client/${encodeURIComponent(team.id)}` : 'https://app.slack.com/client';
  return { title: `Locksmith is installed in ${name}`, text, action: { label: 'Open Slack', href } };
}

/** Beside the page that it stands on, so that a proxy may put both behind a path of its own. */
const AGAIN = { label: 'Start again', href: INSTALL_PATH.split('/').at(-1) ?? '' };

/** Decided by code; what Slack or a stranger wrote is not repeated. */
function explain(error: Error): { readonly status: number; readonly page: Page } {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'slack_oauth_installer_authorization_error')
    return {
      status: 403,
      page: { title: 'Nothing was installed', text: 'The installation was cancelled in Slack.', action: AGAIN },
    };
  if (code === INVALID_STATE || code === 'slack_oauth_missing_state' || code === 'slack_oauth_missing_code')
    return {
      status: 400,
      page: {
        title: 'This link does not serve any more',
        text: 'It was used before, is older than ten minutes, or was opened in another browser than the one that it began in.',
        action: AGAIN,
      },
    };
  if (error instanceof NotWelcome)
    return {
      status: 403,
      page: { title: 'Nothing was installed', text: 'Whoever runs this Locksmith has not named your workspace.' },
    };
  const fault = faultOf(error);
  const reason = fault && 'code' in fault ? ` (${fault.code})` : '';
  const text = error instanceof NoBot ? 'Slack gave no bot with it.' : `It did not come to its end${reason}.`;
  return {
    status: fault ? 502 : 500,
    page: {
      title: 'Locksmith was not installed',
      text: `${text} Whoever runs it finds more in its log.`,
      action: AGAIN,
    },
  };
}
