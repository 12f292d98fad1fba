// What stands over a conversation, and over the thread beside it.
import type { ReactNode } from 'react';
import { BackIcon, CloseIcon, DrawerIcon } from './icons.tsx';
import { useShell } from './shell.ts';

type HeadProps = {
  readonly mark: ReactNode;
  readonly name: string;
  readonly topic: string;
  readonly children?: ReactNode;
};

export function Head({ mark, name, topic, children }: HeadProps) {
  const { dispatch } = useShell();
  return (
    <header className="head">
      <button
        type="button"
        className="icon-button only-narrow"
        aria-label="Open menu"
        onClick={() => dispatch({ kind: 'drawer', open: true })}
      >
        <DrawerIcon />
      </button>
      <span className="head-mark" aria-hidden="true">
        {mark}
      </span>
      <div className="head-text">
        <h1>{name}</h1>
        <p>{topic}</p>
      </div>
      {children}
    </header>
  );
}

export function ThreadHead({ title, of }: { readonly title: string; readonly of: string }) {
  const { dispatch } = useShell();
  const close = () => dispatch({ kind: 'thread' });
  return (
    <header className="head">
      <button type="button" className="icon-button only-narrow" aria-label="Back to channel" onClick={close}>
        <BackIcon />
      </button>
      <div className="head-text">
        <h2>{title}</h2>
        <p>{of}</p>
      </div>
      <button
        type="button"
        className="icon-button only-wide"
        aria-label="Close thread"
        title="Close (Esc)"
        onClick={close}
      >
        <CloseIcon />
      </button>
    </header>
  );
}
