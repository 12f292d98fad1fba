// What can be done with a message: react, reply, the app's own shortcuts, and for one's own, edit and delete.
import type { Message } from '../../../protocol.ts';
import { MoreIcon, ReplyIcon } from '../../shell/icons.tsx';
import { MenuButton, type MenuItem } from '../../shell/menu.tsx';
import { useWorkbench } from '../state/context.tsx';
import { ReactionMenu } from './reactions.tsx';

type MessageToolsProps = { readonly message: Message; readonly inThread: boolean; readonly onEdit: () => void };

export function MessageTools({ message, inThread, onEdit }: MessageToolsProps) {
  const { dispatch } = useWorkbench();
  const reply = () => dispatch({ kind: 'thread', thread: message.ts });
  const shortcuts = useShortcuts(message);
  const own = useOwnItems(message, onEdit);
  const items = [
    ...(inThread ? [] : [{ key: 'reply', label: 'Reply in thread', choose: reply }]),
    ...shortcuts,
    ...own,
  ];
  return (
    <div className="tools">
      <ReactionMenu message={message} />
      {!inThread && (
        <button
          type="button"
          className="icon-button only-hover"
          aria-label="Reply in thread"
          title="Reply in thread"
          onClick={reply}
        >
          <ReplyIcon />
        </button>
      )}
      {items.length > 0 && (
        <MenuButton label="More actions" className="icon-button" items={items}>
          <MoreIcon />
        </MenuButton>
      )}
    </div>
  );
}

/** What the app offers to do with a message. */
function useShortcuts({ channel, ts }: Message): readonly MenuItem[] {
  const { state, call } = useWorkbench();
  return (state.snapshot?.app.shortcuts ?? [])
    .filter(shortcut => shortcut.kind === 'message')
    .map(({ callback, name }) => ({
      key: callback,
      label: name,
      note: state.snapshot?.app.name,
      choose: () => void call('shortcut', { callback, on: { channel, ts } }),
    }));
}

function useOwnItems({ by, channel, ts, snippet }: Message, onEdit: () => void): readonly MenuItem[] {
  const { state, call } = useWorkbench();
  if (by !== state.as) return [];
  const erase = () => void call('delete', { channel, ts });
  return [
    ...(snippet ? [] : [{ key: 'edit', label: 'Edit message', choose: onEdit }]),
    { key: 'delete', label: 'Delete message', danger: true, choose: erase },
  ];
}
