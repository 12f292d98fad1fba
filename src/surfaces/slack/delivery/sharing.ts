// The button that shares a private answer, when the answer stands somewhere else than where it was asked for.
import type { types } from '@slack/bolt';
import { buttonOfActionId, shareValue } from '../drawing/ids.ts';

/** The same block, its share button leading to that channel. */
export function sharedIn(block: types.KnownBlock, channel: string): types.KnownBlock {
  if (block.type !== 'actions') return block;
  return { ...block, elements: block.elements.map(element => (isShare(element) ? lead(element, channel) : element)) };
}

const isShare = (element: types.ActionsBlockElement): element is types.Button =>
  element.type === 'button' && buttonOfActionId(element.action_id ?? '') === 'share';

const lead = (button: types.Button, channel: string): types.Button => ({
  ...button,
  value: shareValue(button.value ?? '', channel),
});
