// A text file from this machine.
import { type ChangeEvent, useRef } from 'react';
import { ClipIcon } from '../../shell/icons.tsx';

type AttachButtonProps = { readonly attach: (name: string, content: string) => void };

export function AttachButton({ attach }: AttachButtonProps) {
  const field = useRef<HTMLInputElement>(null);
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (file) attach(file.name, await file.text());
    target.value = '';
  };
  return (
    <>
      <button
        type="button"
        className="icon-button"
        aria-label="Attach a text file"
        title="Attach a text file"
        onClick={() => field.current?.click()}
      >
        <ClipIcon />
      </button>
      <input ref={field} className="unseen" type="file" tabIndex={-1} aria-hidden="true" onChange={choose} />
    </>
  );
}
