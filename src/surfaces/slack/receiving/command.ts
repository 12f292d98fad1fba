// A slash command to a ChatEvent. Pure.
import type { CommandGiven } from '../../../conversation/chat-event.ts';
import type { CommandPayload } from './payloads.ts';
import { isDirect, person, placeOf, SLACK } from './place.ts';
import { decode } from './text.ts';

/** A slash command: no thread, no message; answered by its response_url. */
export function receiveCommand(payload: CommandPayload, at: number): CommandGiven<string> {
  const place = placeOf(payload.team_id, payload.channel_id, '');
  return {
    kind: 'command-given',
    key: `${SLACK}/${payload.team_id}/command/${payload.trigger_id}`,
    at,
    place,
    by: person(payload.user_id, payload.user_name),
    text: decode(payload.text),
    returnPath: payload.response_url,
    ...(isDirect(place) && { direct: true }),
  };
}
