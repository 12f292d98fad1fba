// What can be done with a message: reply, the app's message extension, and for one's own, edit and delete.
import type { Message } from '../../../teams/protocol.ts';
import { MoreIcon } from '../../shell/icons.tsx';
import { MenuButton, type MenuItem } from '../../shell/menu.tsx';
import { useTeams } from '../state/context.tsx';
import type { Look } from './message.tsx';

export function MessageTools({ message, look }: { readonly message: Message; readonly look: Look }) {
  const { dispatch } = useTeams();
  const reply = {
    key: 'reply',
    label: 'Reply in thread',
    choose: () => dispatch({ kind: 'thread', thread: message.id }),
  };
  const items = [...(look === 'post' && !message.to ? [reply] : []), ...useDiagnose(message), ...useOwnItems(message)];
  if (items.length === 0) return null;
  return (
    <div className="tools">
      <MenuButton label="More actions" className="icon-button" items={items}>
        <MoreIcon />
      </MenuButton>
    </div>
  );
}

/** "More actions" holds the app's actions on messages; a card has no text to diagnose. */
function useDiagnose(message: Message): readonly MenuItem[] {
  const { state, call, dispatch } = useTeams();
  if (message.card || message.file || message.to) return [];
  const choose = async () => {
    const shown = await call('diagnose', { conversation: message.conversation, id: message.id });
    if (shown) dispatch({ kind: 'dialog', message, shown });
  };
  return [{ key: 'diagnose', label: 'Diagnose this', note: state.snapshot?.app.name, choose: () => void choose() }];
}

function useOwnItems(message: Message): readonly MenuItem[] {
  const { state, call, dispatch } = useTeams();
  const { conversation, id } = message;
  if (message.by !== state.as || message.to) return [];
  const erase = () => void call('delete', { conversation, id });
  return [
    ...(message.card || message.file
      ? []
      : [{ key: 'edit', label: 'Edit', choose: () => dispatch({ kind: 'editing', message }) }]),
    { key: 'delete', label: 'Delete', danger: true, choose: erase },
  ];
}
