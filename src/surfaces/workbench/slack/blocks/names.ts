// Slack gives every block, and every element in it, an id where the app gave none.
import type { Ids } from '../memory/ids.ts';
import type { Block } from './blocks.ts';

export const nameBlocks = (blocks: readonly Block[], ids: Ids): Block[] => blocks.map(block => nameBlock(block, ids));

function nameBlock(block: Block, ids: Ids): Block {
  const named = { ...block, block_id: block.block_id ?? ids.id('') };
  if (named.type === 'actions') return { ...named, elements: named.elements.map(element => nameElement(element, ids)) };
  if (named.type === 'input') return { ...named, element: nameElement(named.element, ids) };
  if (named.type === 'section' && named.accessory) return { ...named, accessory: nameElement(named.accessory, ids) };
  return named;
}

const nameElement = <One extends { readonly type: string; readonly action_id?: string | undefined }>(
  element: One,
  ids: Ids,
): One => (element.type === 'image' ? element : { ...element, action_id: element.action_id ?? ids.id('') });
