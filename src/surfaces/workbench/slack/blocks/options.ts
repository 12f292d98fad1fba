// Looking at elements without knowing their kind: shared by the stand-in platform and its page.
import type { Block } from './blocks.ts';
import type { Element, Option } from './elements.ts';

/** Every option an element offers, grouped or not. */
export function optionsOf(element: Element): readonly Option[] {
  if ('option_groups' in element && element.option_groups) return element.option_groups.flatMap(group => group.options);
  return 'options' in element ? (element.options ?? []) : [];
}

/** The elements of a block that people can click or fill in. */
export function elementsOf(block: Block): readonly Element[] {
  if (block.type === 'actions') return block.elements;
  if (block.type === 'input') return [block.element];
  if (block.type === 'section' && block.accessory) return [block.accessory];
  return [];
}
