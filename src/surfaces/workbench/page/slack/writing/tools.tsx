// What stands under the field: errors to try, and the app's own shortcuts.
import { BoltIcon, SampleIcon } from '../../shell/icons.tsx';
import { MenuButton, type MenuItem } from '../../shell/menu.tsx';
import { useWorkbench } from '../state/context.tsx';

export function WritingTools({ thread }: { readonly thread: string | undefined }) {
  const samples = useSamples(thread);
  const shortcuts = useShortcuts();
  return (
    <>
      {samples.length > 0 && (
        <MenuButton label="Try an error" className="icon-button" items={samples}>
          <SampleIcon />
        </MenuButton>
      )}
      {shortcuts.length > 0 && (
        <MenuButton label="Shortcuts" className="icon-button" items={shortcuts}>
          <BoltIcon />
        </MenuButton>
      )}
    </>
  );
}

function useSamples(thread: string | undefined): readonly MenuItem[] {
  const { state, call } = useWorkbench();
  const place = { channel: state.channel, ...(thread ? { thread } : {}) };
  return (state.snapshot?.samples ?? []).map(({ title, text }) => ({
    key: title,
    label: title,
    note: text.split('\n')[0],
    choose: () => void call('message', { ...place, text }),
  }));
}

function useShortcuts(): readonly MenuItem[] {
  const { state, call } = useWorkbench();
  return (state.snapshot?.app.shortcuts ?? [])
    .filter(shortcut => shortcut.kind === 'global')
    .map(({ callback, name }) => ({ key: callback, label: name, choose: () => void call('shortcut', { callback }) }));
}
