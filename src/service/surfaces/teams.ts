// Teams, started: at once where it is configured, with the first request where it is a view of the workbench.
import { currentAnswer } from '../../conversation/answer.ts';
import type { Place } from '../../conversation/chat-event.ts';
import type { Reply } from '../../conversation/reply.ts';
import { checklistSlot } from '../../conversation/thread.ts';
import { redact } from '../../redaction/redact.ts';
import { TEAMS } from '../../surfaces/teams/receive.ts';
import type { TeamsSettings } from '../../surfaces/teams/settings.ts';
import { createHandle, type Way } from '../pipeline/handle.ts';
import { asCommand, diagnose } from './looks.ts';
import type { Routed, Surroundings } from './surfaces.ts';

/** Asked while a message is written: it belongs to no place yet. */
const NOWHERE: Place = { surface: TEAMS, workspace: '', channel: '', thread: '' };

const isForTeams = (url: string | undefined): boolean => url?.split('?')[0] === '/api/messages';

export async function startTeams(settings: TeamsSettings, { log, way, references }: Surroundings): Promise<Routed> {
  const { createTeams } = await import('../../surfaces/teams/teams.ts');
  const asked = {
    diagnose: (text: string) => diagnose(text, NOWHERE, way),
    search: (words: string) => search(words, way),
    current: (place: Place, message: string) => current(place, message, way),
  };
  const teams = createTeams({ ...settings, ...asked, references, now: Date.now, log }, createHandle(way));
  return {
    ...teams,
    route: (request, response) => {
      if (!isForTeams(request.url)) return false;
      teams.handle(request, response);
      return true;
    },
  };
}

/** The Bot Framework takes half a second and 30 MB to load: whoever looks only at the other view need not wait for it. */
export function startTeamsWhenAsked(settings: TeamsSettings, around: Surroundings): Routed {
  let starting: Promise<Routed> | undefined;
  const teams = (): Promise<Routed> => {
    starting ??= startTeams(settings, around);
    return starting;
  };
  return {
    name: TEAMS,
    deliver: async (place, reply, posted) => (await teams()).deliver(place, reply, posted),
    find: async (place, turn) => (await teams()).find(place, turn),
    start: async () => {},
    stop: async () => (await starting)?.stop(),
    route: async (request, response) => isForTeams(request.url) && (await teams()).route(request, response),
  };
}

function search(words: string, way: Way): { readonly id: string; readonly title: string; readonly answer: string }[] {
  const event = asCommand(redact(words), NOWHERE, way.now());
  const { matcher, entries } = way.contextOf(event);
  return matcher.match(event.text.text).flatMap(({ entry }) => entries.get(entry) ?? []);
}

/** Only the message that shows the checklist in force changes with it. */
async function current(place: Place, message: string, { store, contextOf }: Way): Promise<Reply | undefined> {
  const thread = await store.thread(place);
  const isInForce = thread && (await store.posted(place, checklistSlot(thread))) === message;
  return isInForce ? currentAnswer(thread, contextOf({ place }).entries) : undefined;
}
