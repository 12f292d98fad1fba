// The form that the app opened: a dialog with its blocks, submitted to the app.
import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import type { Choice, View } from '../../../protocol.ts';
import { initialValues } from '../../../slack/blocks/initial.ts';
import { elementsOf } from '../../../slack/blocks/options.ts';
import { Avatar } from '../../shell/avatar.tsx';
import { BackIcon, CloseIcon } from '../../shell/icons.tsx';
import { ViewBlocks } from '../blocks/view-blocks.tsx';
import { useWorkbench } from '../state/context.tsx';

type Modal = Extract<View, { readonly type: 'modal' }>;

export function Modals() {
  const { state } = useWorkbench();
  const top = state.views.at(-1);
  return top?.type === 'modal' ? <ModalDialog view={top} depth={state.views.length} /> : null;
}

function ModalDialog({ view, depth }: { readonly view: Modal; readonly depth: number }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [choices, setChoices] = useState<readonly Choice[]>([]);
  const { errors, submit } = useSubmission(view, choices);
  const close = useClosing(view);
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>('[data-focus]')?.focus();
  }, []);
  const onCancel = (event: SyntheticEvent) => {
    event.preventDefault();
    close(false);
  };
  return (
    <dialog ref={dialog} className="dialog" aria-label={view.title.text} onCancel={onCancel}>
      <form onSubmit={submit} noValidate>
        <Head title={view.title.text} isPushed={depth > 1} close={close} />
        <div className="dialog-body">
          <ViewBlocks view={view} errors={errors} onChoices={setChoices} />
        </div>
        <Foot view={view} close={close} />
      </form>
    </dialog>
  );
}

type Close = (all: boolean) => void;
type HeadProps = { readonly title: string; readonly isPushed: boolean; readonly close: Close };

function Head({ title, isPushed, close }: HeadProps) {
  const { state } = useWorkbench();
  return (
    <header>
      {isPushed && (
        <button type="button" className="icon-button" aria-label="Back" onClick={() => close(false)}>
          <BackIcon />
        </button>
      )}
      <Avatar person={state.snapshot?.app.user ?? ''} small />
      <h2>{title}</h2>
      <button type="button" className="icon-button" aria-label="Close" onClick={() => close(true)}>
        <CloseIcon />
      </button>
    </header>
  );
}

const Foot = ({ view, close }: { readonly view: Modal; readonly close: Close }) => (
  <footer>
    <button type="button" className="button" onClick={() => close(false)}>
      {view.close?.text ?? 'Cancel'}
    </button>
    {view.submit && (
      <button type="submit" className="button button-primary">
        {view.submit.text}
      </button>
    )}
  </footer>
);

/** Closing one view shows the one below it; the cross closes them all. */
function useClosing(view: Modal): Close {
  const { dispatch, call } = useWorkbench();
  return all => {
    void call('close', { view: view.id });
    dispatch({ kind: 'view-closed', all: all || view.clear_on_close === true });
  };
}

/** Sends what was filled in, and shows what the app finds wrong with it. */
function useSubmission(view: Modal, choices: readonly Choice[]) {
  const { dispatch, call } = useWorkbench();
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const missing = missingIn(view, choices);
    if (Object.keys(missing).length > 0) return setErrors(missing);
    const answer = await call('submit', { view: view.id, choices });
    if (!answer) return;
    if (answer.kind === 'errors') return setErrors(answer.errors);
    if (answer.kind === 'failed') return dispatch({ kind: 'problem', problem: answer.reason });
    setErrors({});
    if (answer.kind !== 'replaced') dispatch({ kind: 'view-closed', all: answer.kind === 'cleared' });
  };
  return { errors, submit };
}

/** What Slack's client itself asks for before it sends a form. */
function missingIn(view: Modal, choices: readonly Choice[]): Readonly<Record<string, string>> {
  const rows = view.blocks.filter(block => block.type === 'input' && !block.optional);
  const empty = rows.filter(block => {
    const [element] = elementsOf(block);
    const chosen = choices.find(choice => choice.block === block.block_id)?.values;
    const values = chosen ?? (element ? initialValues(element) : []);
    return values.every(value => !value.trim());
  });
  return Object.fromEntries(empty.map(block => [block.block_id ?? '', 'Please complete this required field.']));
}
