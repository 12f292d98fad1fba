// What stands under the field: code fences, errors to try, and the app's own shortcuts.
import { BoltIcon, CodeIcon, SampleIcon } from '../shell/icons.tsx';
import { MenuButton, type MenuItem } from '../shell/menu.tsx';
import { useWorkbench } from '../state/context.tsx';
import type { Suggestion } from './suggest.ts';

type WritingToolsProps = { readonly thread: string | undefined; readonly onCode: () => void };

export function WritingTools({ thread, onCode }: WritingToolsProps) {
  const samples = useSamples(thread);
  const shortcuts = useShortcuts();
  return (
    <>
      <button type="button" className="icon-button" aria-label="Format as code" title="Format as code" onClick={onCode}>
        <CodeIcon />
      </button>
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

const FENCE = '```';

/** What is selected, or what comes next, between fences. */
export function codeAround(field: HTMLTextAreaElement | null): Suggestion {
  const { selectionStart: from = 0, selectionEnd: to = 0, value = '' } = field ?? {};
  const before = from > 0 && value[from - 1] !== '\n' ? '\n' : '';
  const insert = `${before}${FENCE}\n${value.slice(from, to)}\n${FENCE}\n`;
  const caret = before.length + FENCE.length + 1 + (to - from);
  return { key: 'code', label: 'Code', note: '', from, to, insert, caret };
}
