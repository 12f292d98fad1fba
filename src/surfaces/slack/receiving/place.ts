// Where and when something happened, and who did it, in the words that every surface has.
import type { Person, Place } from '../../../conversation/chat-event.ts';

export const SLACK = 'slack';

/** `thread` is the opening message's ts; a message that opens one is its own. */
export const placeOf = (team: string, channel: string, thread: string): Place => ({
  surface: SLACK,
  workspace: team,
  channel,
  thread,
});

/** Slack's ts: seconds with a counter behind the point. */
export const toMs = (ts: string): number => Math.round(Number(ts) * 1000);

/** Ids of direct messages begin with D. Those between two people are none of ours, and refuse us. */
export const isDirect = ({ channel }: Place): boolean => channel.startsWith('D');

/** A person's id: U or W, then capitals and digits. Teams has GUIDs and `29:…`. */
export const isSlackUser = (id: string): boolean => /^[UW][A-Z0-9]{2,}$/.test(id);

export const person = (id: string, name: string): Person => ({ id, name: name || id });
