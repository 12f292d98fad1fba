// Messages in order: days kept apart, messages of one author drawn together, the newest in view.
import { Fragment, type ReactNode } from 'react';
import type { Message } from '../../../protocol.ts';
import { useStickyEnd } from '../../chat/sticky-end.ts';
import { useWorkbench } from '../state/context.tsx';
import { dateOf, dayName } from '../state/time.ts';
import { MessageView } from './message.tsx';

/** Messages of one author within this time share one head. */
const TOGETHER_MS = 5 * 60_000;
type MessageListProps = {
  readonly label: string;
  readonly messages: readonly Message[];
  readonly before?: ReactNode;
  readonly inThread?: boolean;
  /** A first answer is read from its top; longer talk from its end. */
  readonly startsAtEnd?: boolean;
  /** Drawn after the first message: in a thread, the line between the opening and its replies. */
  readonly afterFirst?: ReactNode;
};

export function MessageList({
  label,
  messages,
  before,
  inThread = false,
  startsAtEnd = true,
  afterFirst,
}: MessageListProps) {
  const { state } = useWorkbench();
  const touch = isTouch();
  const scroller = useStickyEnd(newestOf(messages.at(-1), state.as), startsAtEnd);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="scroller" ref={scroller} tabIndex={0} aria-label={label}>
      {before}
      <ol className="messages">
        {messages.map((message, index) => (
          <Fragment key={message.ts}>
            {!inThread && <Day message={message} previous={messages[index - 1]} />}
            <li>
              <MessageView
                message={message}
                compact={!touch && isTogether(messages[index - 1], message)}
                inThread={inThread}
              />
            </li>
            {index === 0 && afterFirst}
          </Fragment>
        ))}
      </ol>
    </section>
  );
}

const newestOf = (message: Message | undefined, as: string) => ({ id: message?.ts, isOwn: message?.by === as });

function Day({ message, previous }: { readonly message: Message; readonly previous: Message | undefined }) {
  const now = new Date();
  const name = dayName(message.ts, now);
  if (previous && dayName(previous.ts, now) === name) return null;
  return (
    <li className="day" aria-hidden="true">
      <span>{name}</span>
    </li>
  );
}

/** Without a pointer to hover with, every message needs a head that its tools can stand in. */
const isTouch = (): boolean => matchMedia('(hover: none)').matches;

const isTogether = (previous: Message | undefined, message: Message): boolean =>
  previous !== undefined &&
  previous.by === message.by &&
  !previous.to &&
  !message.to &&
  !previous.deleted &&
  dateOf(message.ts).getTime() - dateOf(previous.ts).getTime() < TOGETHER_MS;
