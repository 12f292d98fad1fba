// Where one writes in Teams: mentions and the app's commands complete themselves, and the app's search stands below.
import type { Conversation } from '../../../teams/protocol.ts';
import { Avatar } from '../../shell/avatar.tsx';
import { SampleIcon } from '../../shell/icons.tsx';
import { MenuButton } from '../../shell/menu.tsx';
import { Field, hand } from '../../writing/field.tsx';
import { useTeams } from '../state/context.tsx';
import { AttachButton } from './attach.tsx';
import { suggestionsIn } from './suggest.ts';

type At = { readonly conversation: Conversation; readonly thread?: string };

export function Composer({ label, conversation, thread }: At & { readonly label: string }) {
  const { state, call } = useTeams();
  const place = { conversation: conversation.id, ...(thread && { thread }) };
  return (
    <Field
      label={label}
      placeholder={label}
      sendLabel={thread ? 'Send reply' : 'Send message'}
      suggest={(text, caret) => suggestionsIn(state, conversation, text, caret)}
      send={useSend(conversation.id, thread)}
    >
      {draft => (
        <>
          {/* A file goes with what stands in the field. */}
          <AttachButton
            attach={(name, content) =>
              void hand(draft, async text => (await call('file', { ...place, text, name, content })) !== undefined)
            }
          />
          <Samples conversation={conversation} {...(thread && { thread })} />
          <SearchButton {...(thread && { thread })} />
        </>
      )}
    </Field>
  );
}

/** A slash at the start is a command, only for the app and oneself. */
function useSend(conversation: string, thread: string | undefined): (text: string) => Promise<boolean> {
  const { call } = useTeams();
  return async text => {
    const isCommand = !thread && /^\/[a-z]/.test(text.trimStart());
    const sent = isCommand
      ? await call('command', { conversation, text })
      : await call('message', { conversation, text, ...(thread && { thread }) });
    return sent !== undefined;
  };
}

function Samples({ conversation, thread }: At) {
  const { state, call } = useTeams();
  const mention = conversation.hears === 'mentions' ? `@${state.snapshot?.app.name} ` : '';
  const place = { conversation: conversation.id, ...(thread && { thread }) };
  const items = (state.snapshot?.samples ?? []).map(({ title, text }) => ({
    key: title,
    label: title,
    note: text.split('\n')[0],
    choose: () => void call('message', { ...place, text: `${mention}${text}` }),
  }));
  return (
    <MenuButton label="Try an error" className="icon-button" items={items}>
      <SampleIcon />
    </MenuButton>
  );
}

function SearchButton({ thread }: { readonly thread?: string }) {
  const { state, dispatch } = useTeams();
  const name = `Search in ${state.snapshot?.app.name}`;
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={name}
      title={name}
      onClick={() => dispatch({ kind: 'searching', where: thread ? { thread } : {} })}
    >
      <Avatar person={state.snapshot?.app.id ?? ''} small />
    </button>
  );
}
