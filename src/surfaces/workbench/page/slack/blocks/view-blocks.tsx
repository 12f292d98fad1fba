// Draws the blocks of a form or home tab, and sends clicks in them as that view's.
import { useEffect } from 'react';
import type { Choice, View } from '../../../protocol.ts';
import { useWorkbench } from '../state/context.tsx';
import { Blocks } from './blocks.tsx';
import { ChoosingContext, isSentAtOnce, useChoices } from './choosing.ts';

type ViewBlocksProps = {
  readonly view: View;
  readonly errors?: Readonly<Record<string, string>>;
  readonly onChoices?: (choices: readonly Choice[]) => void;
};

const NO_ERRORS = {};

export function ViewBlocks({ view, errors = NO_ERRORS, onChoices }: ViewBlocksProps) {
  const { call } = useWorkbench();
  const [choices, add] = useChoices(view.id);
  useEffect(() => onChoices?.(choices), [choices, onChoices]);
  const choose = (choice: Choice, sends: boolean) => {
    const state = add(choice);
    if (sends && isSentAtOnce(view.blocks, choice)) void call('action', { on: { view: view.id }, choice, state });
  };
  return (
    <ChoosingContext value={{ choices, choose, errors }}>
      <Blocks blocks={view.blocks} />
    </ChoosingContext>
  );
}
