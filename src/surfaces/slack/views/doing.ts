// What every listener of views needs: what may be asked of the rest of the bot, who acts, and the client of that workspace.
import type { Context, webApi } from '@slack/bolt';
import type { ButtonPressed, ChatEvent, Person, Place } from '../../../conversation/chat-event.ts';
import type { Page } from '../../../conversation/looks/page.ts';
import type { Reply } from '../../../conversation/reply.ts';
import type { Fault } from '../../surface.ts';
import { workspaceOf } from '../installing/admission.ts';
import type { ReadOf } from '../listeners/files.ts';
import type { Names } from '../names.ts';
import { person } from '../receiving/place.ts';

/** A view must stand within three seconds, so all this is answered at once, without the queue. Texts come in raw; no thread changes. */
export type Asked = {
  /** The page of a button that only shows something, about the thread it stands in. */
  readonly look: (event: ButtonPressed) => Promise<Page | undefined>;
  /** What a private command of this text would be answered with. */
  readonly diagnose: (text: string, place: Place) => Reply;
  /** Keeps a message's text, redacted, between a form and its submission; it comes back by the id that is returned. */
  readonly keep: (text: string, author: string) => Promise<string>;
  readonly recall: (id: string) => Promise<string | undefined>;
  readonly home: (place: Place, person: string) => Promise<Page>;
  /** Whose errors there are entries about. */
  readonly providers: () => readonly { readonly id: string; readonly name: string }[];
};

export type Doing = {
  readonly asked: Asked;
  readonly client: webApi.WebClient;
  readonly receive: (event: ChatEvent) => Promise<void>;
  readonly now: () => number;
  readonly workspace: string;
  readonly personOf: (user: string) => Promise<Person>;
  /** Says in the log that Slack took no view, so that its answer goes another way. */
  readonly refused: (fault: Fault) => false;
};

/** The parts that stay the same from event to event. */
export type Setting = {
  readonly asked: Asked;
  readonly receive: Doing['receive'];
  readonly now: () => number;
  readonly nameOf: Names;
  readonly read: ReadOf;
  readonly log: { readonly warn: (message: string) => void };
};

/** What Bolt hands to a listener. */
export type Called = { readonly client: webApi.WebClient; readonly context: Context };

export function doingIn({ nameOf, log, ...same }: Setting, { client, context }: Called): Doing {
  const workspace = workspaceOf(context);
  return {
    ...same,
    client,
    workspace,
    personOf: async user => person(user, (await nameOf(workspace, user))(user)),
    refused: fault => {
      log.warn(`Slack showed no view: ${'code' in fault ? fault.code : fault.kind}`);
      return false;
    },
  };
}
