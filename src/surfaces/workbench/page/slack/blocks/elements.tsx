// Draws the elements of blocks: buttons, menus of further actions, pictures, and by kind whatever one fills in.
import { type ReactNode, useRef } from 'react';
import type { Confirm, Element } from '../../../slack/blocks/elements.ts';
import { MoreIcon } from '../../shell/icons.tsx';
import { MenuButton } from '../../shell/menu.tsx';
import { Text } from '../text/text.tsx';
import { ChannelSelect, MultiSelect, PeopleSelect, Select, Ticks } from './choices.tsx';
import { useHeld } from './choosing.ts';
import { TypedInput } from './inputs.tsx';
import { Picture } from './picture.tsx';

type Props<Kind extends Element['type']> = {
  readonly block: string;
  readonly element: Extract<Element, { readonly type: Kind }>;
};

export function ElementView({
  block,
  element,
  labelId,
}: Props<Element['type']> & { readonly labelId?: string | undefined }) {
  switch (element.type) {
    case 'button':
      return <Button block={block} element={element} />;
    case 'overflow':
      return <Overflow block={block} element={element} />;
    case 'checkboxes':
    case 'radio_buttons':
      return <Ticks block={block} element={element} labelId={labelId} />;
    case 'static_select':
      return <Select block={block} element={element} labelId={labelId} />;
    case 'multi_static_select':
      return <MultiSelect block={block} element={element} labelId={labelId} />;
    case 'users_select':
      return <PeopleSelect block={block} element={element} labelId={labelId} />;
    case 'conversations_select':
    case 'channels_select':
      return <ChannelSelect block={block} element={element} labelId={labelId} />;
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
      return <TypedInput block={block} element={element} labelId={labelId} />;
    case 'image':
      return <Picture url={element.image_url} text={element.alt_text} />;
  }
}

/** Only an address of a page: one of another kind could be a program. */
function openPage(url: string | undefined): void {
  if (url && /^https?:/.test(url)) window.open(url, '_blank', 'noopener,noreferrer');
}

function Button({ block, element }: Props<'button'>) {
  const { set } = useHeld(block, element);
  const press = () => {
    set(element.value === undefined ? [] : [element.value]);
    openPage(element.url);
  };
  return (
    <Confirmed confirm={element.confirm} then={press}>
      {ask => (
        <button
          type="button"
          className={`button ${element.style ? `button-${element.style}` : ''}`}
          onClick={ask}
          data-action={element.action_id}
          aria-label={element.accessibility_label}
        >
          <Text text={element.text} />
        </button>
      )}
    </Confirmed>
  );
}

function Overflow({ block, element }: Props<'overflow'>) {
  const { set } = useHeld(block, element);
  const items = element.options.map(option => ({
    key: option.value,
    label: option.text.text,
    note: option.description?.text,
    choose: () => {
      set([option.value]);
      openPage(option.url);
    },
  }));
  return (
    <MenuButton label="More options" className="button button-square" items={items}>
      <MoreIcon />
    </MenuButton>
  );
}

type ConfirmedProps = {
  readonly confirm: Confirm | undefined;
  readonly then: () => void;
  readonly children: (ask: () => void) => ReactNode;
};

/** Asks before it acts, where the app wants that. */
function Confirmed({ confirm, then, children }: ConfirmedProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  if (!confirm) return <>{children(then)}</>;
  const close = () => dialog.current?.close();
  return (
    <>
      {children(() => dialog.current?.showModal())}
      <dialog ref={dialog} className="dialog dialog-small" aria-label={confirm.title.text}>
        <h2>{confirm.title.text}</h2>
        <p>
          <Text text={confirm.text} />
        </p>
        <footer>
          <button type="button" className="button" onClick={close}>
            {confirm.deny.text}
          </button>
          <button
            type="button"
            className={`button button-${confirm.style ?? 'primary'}`}
            onClick={() => {
              close();
              then();
            }}
          >
            {confirm.confirm.text}
          </button>
        </footer>
      </dialog>
    </>
  );
}
