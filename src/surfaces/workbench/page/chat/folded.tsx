// Long pastes are folded, as a chat full of stack traces could not be read otherwise.
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';

/** About fourteen lines. */
const FOLDED_PX = 320;
/** A fold that hides a line or two is not worth a click. */
const SLACK_PX = 60;

export function Folded({ children }: { readonly children: ReactNode }) {
  const inner = useRef<HTMLDivElement>(null);
  const [tall, setTall] = useState(false);
  const [open, setOpen] = useState(false);
  useLayoutEffect(() => {
    const element = inner.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setTall(element.scrollHeight > FOLDED_PX + SLACK_PX));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const folds = tall && !open;
  return (
    <>
      <div className={folds ? 'folded' : undefined} style={folds ? { maxHeight: FOLDED_PX } : undefined}>
        <div ref={inner}>{children}</div>
      </div>
      {tall && (
        <button type="button" className="link-button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Show less' : 'Show more'}
        </button>
      )}
    </>
  );
}
