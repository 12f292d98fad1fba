// Where one writes in Slack: commands and mentions complete themselves, and there are errors to try.
import { Field } from '../../writing/field.tsx';
import { useWorkbench } from '../state/context.tsx';
import { keyOf, lastOwnMessage, personOf } from '../state/selectors.ts';
import { suggestionsFor } from './suggest.ts';
import { WritingTools } from './tools.tsx';

/** From here on the platform makes a text file of it. */
const LONG_PASTE = 12_000;

type ComposerProps = { readonly label: string; readonly thread?: string };

export function Composer({ label, thread }: ComposerProps) {
  const { state } = useWorkbench();
  return (
    <Field
      label={label}
      placeholder={`${label} as ${personOf(state, state.as).name}`}
      sendLabel={thread ? 'Send reply' : 'Send message'}
      suggest={(text, caret) => suggestionsFor(state, text, caret, thread !== undefined)}
      send={useSend(thread)}
      hintFor={hintFor}
      goUp={useEditLast(thread)}
    >
      {() => <WritingTools thread={thread} />}
    </Field>
  );
}

const hintFor = (text: string): string | undefined =>
  text.length > LONG_PASTE ? 'Long paste: it will become a text file, as in Slack' : undefined;

/** A line that begins with a slash is a command, as in Slack. */
function useSend(thread: string | undefined): (text: string) => Promise<boolean> {
  const { state, call } = useWorkbench();
  const place = { channel: state.channel, ...(thread ? { thread } : {}) };
  return async text => {
    const name = /^\/[a-z][\w-]*(?=\s|$)/.test(text.trimStart()) ? 'command' : 'message';
    return (await call(name, { ...place, text })) !== undefined;
  };
}

/** An arrow upwards in an empty field leads to one's last message, as in Slack. */
function useEditLast(thread: string | undefined): () => boolean {
  const { state, dispatch } = useWorkbench();
  return () => {
    const last = lastOwnMessage(state, thread);
    if (last) dispatch({ kind: 'editing', spot: { message: keyOf(last), inThread: thread !== undefined } });
    return last !== undefined;
  };
}
