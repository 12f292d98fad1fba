// Draws the blocks of a message, and sends clicks in them as that message's.
import type { Choice, Message } from '../../../protocol.ts';
import { useWorkbench } from '../state/context.tsx';
import { Blocks } from './blocks.tsx';
import { ChoosingContext, isSentAtOnce, useChoices } from './choosing.ts';

const NO_ERRORS = {};

export function MessageBlocks({ message }: { readonly message: Message }) {
  const { call } = useWorkbench();
  const [choices, add] = useChoices(message.version);
  const blocks = message.blocks ?? [];
  const choose = (choice: Choice, sends: boolean) => {
    const state = add(choice);
    const on = { channel: message.channel, ts: message.ts };
    if (sends && isSentAtOnce(blocks, choice)) void call('action', { on, choice, state });
  };
  return (
    <ChoosingContext value={{ choices, choose, errors: NO_ERRORS }}>
      <Blocks blocks={blocks} />
    </ChoosingContext>
  );
}
