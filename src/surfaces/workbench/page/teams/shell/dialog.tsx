// The dialog of the app's message extension: a card for the one who asked, or a sentence.
import { type ReactNode, type SyntheticEvent, useEffect, useRef } from 'react';
import type { Dialog, Message } from '../../../teams/protocol.ts';
import { Avatar } from '../../shell/avatar.tsx';
import { CloseIcon } from '../../shell/icons.tsx';
import { type CardAction, CardView } from '../card/card.tsx';
import { useTeams } from '../state/context.tsx';

export function ExtensionDialog({ message, shown }: { readonly message: Message; readonly shown: Dialog }) {
  const { call, dispatch } = useTeams();
  const close = () => dispatch({ kind: 'dialog', message, shown: { kind: 'closed' } });
  const press = async ({ data }: CardAction) => {
    const next = await call('submit', { conversation: message.conversation, id: message.id, data });
    if (next) dispatch({ kind: 'dialog', message, shown: next });
  };
  return (
    <Window title={shown.kind === 'card' ? shown.title : 'Diagnose this'} close={close}>
      {shown.kind === 'card' && <CardView card={shown.card} onAction={action => void press(action)} />}
      {shown.kind === 'said' && <p>{shown.text}</p>}
    </Window>
  );
}

type WindowProps = { readonly title: string; readonly close: () => void; readonly children: ReactNode };

/** A dialog over everything, with the app's face and a cross. */
export function Window({ title, close, children }: WindowProps) {
  const { state } = useTeams();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const onCancel = (event: SyntheticEvent) => {
    event.preventDefault();
    close();
  };
  return (
    <dialog ref={dialog} className="dialog" aria-label={title} onCancel={onCancel}>
      <header>
        <Avatar person={state.snapshot?.app.id ?? ''} small />
        <h2>{title}</h2>
        <button type="button" className="icon-button" aria-label="Close" onClick={close}>
          <CloseIcon />
        </button>
      </header>
      <div className="dialog-body teams-window">{children}</div>
    </dialog>
  );
}
