// Editing a message in Slack: what was typed, back from rich text.
import type { Message } from '../../../protocol.ts';
import type { RichRun } from '../../../slack/blocks/rich-text.ts';
import { Editor } from '../../writing/editor.tsx';
import { useWorkbench } from '../state/context.tsx';
import { personOf } from '../state/selectors.ts';
import type { State } from '../state/state.ts';

export function MessageEditor({ message, onDone }: { readonly message: Message; readonly onDone: () => void }) {
  const { state, call } = useWorkbench();
  const { channel, ts } = message;
  return (
    <Editor
      typed={typedText(state, message)}
      saveLabel="Save"
      save={async text => (await call('edit', { channel, ts, text })) !== undefined}
      onDone={onDone}
    />
  );
}

function typedText(state: State, message: Message): string {
  const [block] = message.blocks ?? [];
  if (block?.type !== 'rich_text') return message.text;
  return block.elements
    .map(part => {
      if (part.type === 'rich_text_list') return '';
      const text = part.elements.map(run => typedRun(state, run)).join('');
      return part.type === 'rich_text_preformatted' ? `\`\`\`\n${text}\n\`\`\`\n` : text;
    })
    .join('');
}

function typedRun(state: State, run: RichRun): string {
  switch (run.type) {
    case 'text':
      return run.style?.code ? `\`${run.text}\`` : run.text;
    case 'link':
      return run.text ?? run.url;
    case 'user':
      return `@${personOf(state, run.user_id).name}`;
    case 'broadcast':
      return `@${run.range}`;
    case 'emoji':
      return `:${run.name}:`;
    case 'channel':
    case 'usergroup':
      return '';
  }
}
