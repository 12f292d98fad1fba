// A button with a menu: the browser's own popover closes it on Escape and on a click elsewhere.
import { type KeyboardEvent, type ReactNode, type ToggleEvent, useId, useRef, useState } from 'react';

export type MenuItem = {
  readonly key: string;
  readonly label: string;
  readonly note?: string | undefined;
  readonly danger?: boolean;
  readonly choose: () => void;
};

type MenuButtonProps = {
  readonly label: string;
  readonly className: string;
  readonly items: readonly MenuItem[];
  readonly children: ReactNode;
};

export function MenuButton({ label, className, items, children }: MenuButtonProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <span className="menu-anchor">
      <button
        type="button"
        className={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        popoverTarget={id}
      >
        {children}
      </button>
      <Menu id={id} label={label} items={items} onToggle={setOpen} />
    </span>
  );
}

type MenuProps = {
  readonly id: string;
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly onToggle: (open: boolean) => void;
};

function Menu({ id, label, items, onToggle }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const toggled = (event: ToggleEvent<HTMLDivElement>) => {
    const isOpen = event.newState === 'open';
    onToggle(isOpen);
    if (isOpen) itemsIn(menu.current)[0]?.focus();
  };
  return (
    <div
      ref={menu}
      id={id}
      popover="auto"
      role="menu"
      aria-label={label}
      className="menu"
      tabIndex={-1}
      onToggle={toggled}
      onKeyDown={event => walk(event, itemsIn(menu.current))}
    >
      {items.map(item => (
        <Item key={item.key} item={item} close={() => menu.current?.hidePopover()} />
      ))}
    </div>
  );
}

function Item({ item, close }: { readonly item: MenuItem; readonly close: () => void }) {
  const choose = () => {
    close();
    item.choose();
  };
  const look = item.danger ? 'menu-item menu-danger' : 'menu-item';
  return (
    <button type="button" role="menuitem" className={look} tabIndex={-1} onClick={choose}>
      <span>{item.label}</span>
      {item.note && <small>{item.note}</small>}
    </button>
  );
}

const itemsIn = (menu: HTMLElement | null): readonly HTMLElement[] => [
  ...(menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? []),
];

/** Arrows go round; Home and End go to the ends. */
function walk(event: KeyboardEvent, items: readonly HTMLElement[]): void {
  const at = document.activeElement instanceof HTMLElement ? items.indexOf(document.activeElement) : -1;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 + (at < 0 ? 1 : 0), Home: 0, End: items.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  items[(to + items.length) % items.length]?.focus();
}
