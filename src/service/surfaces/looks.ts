// What the Slack surface asks for its views: answered at once, from the store and the knowledge in force.
import { randomUUID } from 'node:crypto';
import type { CommandGiven, Place } from '../../conversation/chat-event.ts';
import { homePage } from '../../conversation/looks/home.ts';
import { look } from '../../conversation/looks/look.ts';
import { STATS_MS } from '../../conversation/looks/numbers.ts';
import type { Reply } from '../../conversation/reply.ts';
import { respond } from '../../conversation/respond/respond.ts';
import type { Provider } from '../../knowledge/vocabulary.ts';
import { type Redaction, redact } from '../../redaction/redact.ts';
import type { References } from '../../store/references.ts';
import type { Asked } from '../../surfaces/slack/views/doing.ts';
import type { Config } from '../config/config.ts';
import { upkeepOf } from '../config/upkeep.ts';
import { KEPT } from '../housekeeping.ts';
import { openOf } from '../pipeline/answer.ts';
import type { Way } from '../pipeline/handle.ts';

type Around = {
  readonly way: Way;
  readonly references: References;
  readonly providers: readonly Provider[];
  readonly config: Config;
};

export const createAsked = ({ way, references, providers, config }: Around): Asked => ({
  look: async event => look(event, await way.store.thread(event.place), way.contextOf(event)),
  diagnose: (text, place) => diagnose(text, place, way),
  keep: async (text, author) => {
    // The author's id ends the key, so that the text goes when that person is forgotten.
    const id = `${randomUUID()}/${author}`;
    await references.set(`${KEPT}${id}`, redact(text).text);
    return id;
  },
  recall: id => references.get(`${KEPT}${id}`),
  home: async (place, person) => {
    const { workspace, surface } = place;
    const context = way.contextOf({ place });
    const [mine, tallies] = await Promise.all([
      way.store.threads(openOf(place, person)),
      way.store.tally({ workspace, surface, changedSince: way.now() - STATS_MS }),
    ]);
    const isMaintainer = context.settings.maintainers.includes(person);
    const upkeep = isMaintainer && upkeepOf(config, context.entries.size, way.watches.all(place));
    return homePage({ mine, tallies, ...(upkeep && { upkeep }) }, context);
  },
  providers: () => providers,
});

/** What a private command of this text would be answered with, for those who must answer at once. */
export function diagnose(text: string, place: Place, way: Way): Reply {
  const event = asCommand(redact(text), place, way.now());
  const [reply] = respond(event, undefined, way.contextOf(event)).replies;
  if (!reply) throw new Error('a command got no reply');
  return reply;
}

export const asCommand = (text: Redaction, place: Place, at: number): CommandGiven<Redaction> => ({
  kind: 'command-given',
  key: `asked/${at}`,
  at,
  place,
  by: { id: '', name: '' },
  text,
});
