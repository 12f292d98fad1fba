// Draws fields to type into, and the labelled rows of a form they stand in.
import { useId } from 'react';
import type { Block } from '../../../slack/blocks/blocks.ts';
import type { Element } from '../../../slack/blocks/elements.ts';
import { useErrors, useHeld } from './choosing.ts';
import { ElementView } from './elements.tsx';

type TypedElement = Extract<Element, { readonly type: 'plain_text_input' | 'email_text_input' | 'url_text_input' }>;
type TypedProps = { readonly block: string; readonly element: TypedElement; readonly labelId?: string | undefined };

const TYPES = { plain_text_input: 'text', email_text_input: 'email', url_text_input: 'url' } as const;

export function TypedInput({ block, element, labelId }: TypedProps) {
  const { values, set } = useHeld(block, element);
  const common = {
    className: 'field',
    value: values[0] ?? '',
    placeholder: element.placeholder?.text,
    minLength: element.min_length,
    maxLength: element.max_length,
    'aria-labelledby': labelId,
    'data-action': element.action_id,
    'data-focus': element.focus_on_load ? true : undefined,
  };
  if (element.multiline) return <textarea {...common} rows={6} onChange={event => set([event.target.value], false)} />;
  return <input {...common} type={TYPES[element.type]} onChange={event => set([event.target.value], false)} />;
}

export function InputRow({ block }: { readonly block: Extract<Block, { readonly type: 'input' }> }) {
  const labelId = useId();
  const error = useErrors()[block.block_id ?? ''];
  return (
    <div className={error ? 'row row-wrong' : 'row'}>
      <span id={labelId} className="row-label">
        {block.label.text} {block.optional && <span className="muted">(optional)</span>}
      </span>
      <ElementView block={block.block_id ?? ''} element={block.element} labelId={labelId} />
      {error && (
        <p className="row-error" role="alert">
          {error}
        </p>
      )}
      {block.hint && <p className="row-hint">{block.hint.text}</p>}
    </div>
  );
}
