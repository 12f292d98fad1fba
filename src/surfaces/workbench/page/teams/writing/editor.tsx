// Editing a message in Teams.
import type { Message } from '../../../teams/protocol.ts';
import { Editor } from '../../writing/editor.tsx';
import { useTeams } from '../state/context.tsx';

export function MessageEditor({ message, onDone }: { readonly message: Message; readonly onDone: () => void }) {
  const { call } = useTeams();
  const { conversation, id, typed } = message;
  return (
    <Editor
      typed={typed}
      saveLabel="Done"
      save={async text => (await call('edit', { conversation, id, text })) !== undefined}
      onDone={onDone}
    />
  );
}
