// The ids that a message carries to Slack and back: entry, step and a format version, nothing else.
import { type ButtonName, isButtonName } from '../../../conversation/chat-event.ts';
import type { ChecklistItem } from '../../../conversation/reply.ts';

const FORMAT = 'v1';

/**
 * `v1 aws/expired-token 0 5 7`: the entry, the group of ten, the ticks (a changed list is a new block to Slack's clients), and
 * how many steps were shown.
 */
export function checklistBlockId(entry: string, group: number, items: readonly ChecklistItem[]): string {
  const ticks = items.reduce((bits, item, i) => bits + (item.done ? 2 ** (i % 30) : 0), 0);
  return [FORMAT, entry, group, ticks.toString(36), items.length].join(' ');
}

/** The entry of a checklist's block, or undefined when the block is not ours or of another format. */
export function entryOfBlockId(blockId: string): string | undefined {
  const [format, entry] = blockId.split(' ');
  return format === FORMAT && entry ? entry : undefined;
}

/** Both draw the same group of the same list, whatever was ticked in it. */
export function isSameList(one: string, other: string): boolean {
  const [format, entry, group] = one.split(' ');
  return format === FORMAT && other.startsWith([format, entry, group, ''].join(' '));
}

/** Of the steps of a list as it stands now: those that the block showed, and which were ticked in it. */
export function drawnInBlockId(
  blockId: string,
  steps: readonly string[],
): { readonly shown: readonly string[]; readonly ticked: readonly string[] } {
  const [, , , ticks = '', count] = blockId.split(' ');
  const bits = Number.parseInt(ticks, 36);
  // A list grows at its end; blocks of earlier versions did not say how long it was.
  const shown = steps.slice(0, count === undefined ? steps.length : Number(count));
  return { shown, ticked: shown.filter((_, i) => Math.floor(bits / 2 ** (i % 30)) % 2 === 1) };
}

/** Unique in its block: `choose-entry:2`. */
export const buttonActionId = (button: ButtonName, index: number): string => `${button}:${index}`;

export const MORE_ACTION_ID = 'more';
export const STEPS_ACTION_ID = 'steps';

export function buttonOfActionId(actionId: string): ButtonName | undefined {
  const name = actionId.split(':')[0] ?? '';
  return isButtonName(name) ? name : undefined;
}

/** An option of the menu: `questions aws/expired-token`. */
export const menuValue = (button: ButtonName, value: string): string => `${button} ${value}`;

export function parseMenuValue(option: string): { readonly button: ButtonName; readonly value: string } | undefined {
  const [name = '', value = ''] = option.split(' ');
  return isButtonName(name) ? { button: name, value } : undefined;
}

/** An answer that reached somebody by direct message is shared in the channel where it was asked for. */
export const shareValue = (value: string, channel: string): string => `${value} ${channel}`;

export function parseShareValue(value: string): { readonly value: string; readonly channel?: string } {
  const [entry = '', channel] = value.split(' ');
  return { value: entry, ...(channel && { channel }) };
}
