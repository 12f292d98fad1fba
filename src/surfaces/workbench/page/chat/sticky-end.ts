// A list that shows its end, as long as nobody scrolls up to read.
import { useLayoutEffect, useRef } from 'react';

/** So close to the end counts as being there. */
const NEAR_END_PX = 120;

/** The newest message, and whether whoever looks wrote it. */
export type Newest = { readonly id: string | undefined; readonly isOwn: boolean };

/** Follows the newest message, unless somebody has scrolled up to read; what one writes oneself is always shown. */
export function useStickyEnd({ id: latest, isOwn }: Newest, startsAtEnd: boolean) {
  const scroller = useRef<HTMLElement>(null);
  const follows = useRef(startsAtEnd);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let top = 0;
    // Cards that are drawn late push the end away, and nobody has scrolled: only who goes up stops following.
    const note = () => {
      const isAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END_PX;
      if (isAtEnd || element.scrollTop < top) follows.current = isAtEnd;
      top = element.scrollTop;
    };
    const observer = new ResizeObserver(() => follows.current && toEnd(element));
    observer.observe(element);
    if (element.lastElementChild) observer.observe(element.lastElementChild);
    element.addEventListener('scroll', note, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', note);
    };
  }, []);
  const first = useRef(latest);
  useLayoutEffect(() => {
    if (isOwn && latest !== first.current) follows.current = true;
    if (scroller.current && follows.current) toEnd(scroller.current);
  }, [isOwn, latest]);
  return scroller;
}

const toEnd = (element: HTMLElement): void => {
  element.scrollTop = element.scrollHeight;
};
