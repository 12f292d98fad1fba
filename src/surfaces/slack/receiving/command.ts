// A slash command to a ChatEvent. Pure.
import type { CommandGiven } from '../../../conversation/chat-event.ts';
import type { CommandPayload } from './payloads.ts';
import { person, placeOf, SLACK } from './place.ts';
import { decode } from './text.ts';

/** A slash command: no thread, no message; answered by its response_url. */
export function receiveCommand(payload: CommandPayload, at: number): CommandGiven<string> {
  return {
    kind: 'command-given',
    key: `${SLACK}/${payload.team_id}/command/${payload.trigger_id}`,
    at,
    place: placeOf(payload.team_id, payload.channel_id, ''),
    by: person(payload.user_id, payload.user_name),
    text: decode(payload.text),
    returnPath: payload.response_url,
  };
}
