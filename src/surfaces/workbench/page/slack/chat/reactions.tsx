// The reactions under a message, each a switch for one's own; and the menu to add one.
import type { Message } from '../../../protocol.ts';
import { SmileIcon } from '../../shell/icons.tsx';
import { MenuButton } from '../../shell/menu.tsx';
import { useWorkbench } from '../state/context.tsx';
import { personOf } from '../state/selectors.ts';
import { emojiNamed } from '../text/emoji.ts';

/** The first calls the bot to a message, unless the configuration names another. */
const OFFERED = ['key', 'eyes', 'white_check_mark', '+1', 'pray', 'tada'];

const spoken = (name: string): string => name.replaceAll('_', ' ');

function useReact({ channel, ts }: Message): (name: string) => void {
  const { call } = useWorkbench();
  return name => void call('react', { channel, ts, name });
}

export function Reactions({ message }: { readonly message: Message }) {
  const { state } = useWorkbench();
  const react = useReact(message);
  if (message.reactions.length === 0) return null;
  return (
    <ul className="reactions" aria-label="Reactions">
      {message.reactions.map(({ name, people }) => (
        <li key={name}>
          <button
            type="button"
            aria-pressed={people.includes(state.as)}
            aria-label={`${spoken(name)}, ${people.length}`}
            title={`${people.map(id => personOf(state, id).name).join(', ')} reacted with :${name}:`}
            onClick={() => react(name)}
          >
            {emojiNamed(name)} {people.length}
          </button>
        </li>
      ))}
    </ul>
  );
}

export function ReactionMenu({ message }: { readonly message: Message }) {
  const react = useReact(message);
  const items = OFFERED.map(name => ({
    key: name,
    label: `${emojiNamed(name)} ${spoken(name)}`,
    choose: () => react(name),
  }));
  return (
    <MenuButton label="Add a reaction" className="icon-button" items={items}>
      <SmileIcon />
    </MenuButton>
  );
}
