// What a button shows without changing anything: the page for it, or nothing where there is none to show.
import type { Entry, Faq } from '../../knowledge/entry.ts';
import type { ButtonName, ButtonPressed } from '../chat-event.ts';
import { bold, line, plain } from '../line.ts';
import type { Block } from '../reply.ts';
import { TEXTS } from '../texts.ts';
import type { Thread } from '../thread.ts';
import type { Context } from '../turn.ts';
import { advancedPage, detailsPage } from './details.ts';
import type { Page, Row } from './page.ts';

/** The buttons of a message that open a page; an answer to a question is for everybody there. */
const LOOKS: ReadonlySet<ButtonName> = new Set(['advanced', 'questions', 'related', 'details']);

export const isLook = (button: ButtonName): boolean => LOOKS.has(button);

/** About the entry of the card that was pressed, whatever its thread is about by now. */
export function look(event: ButtonPressed, thread: Thread | undefined, { entries }: Context): Page | undefined {
  const at = event.value.lastIndexOf(':');
  const isQuestion = event.button === 'ask-question';
  const entry = entries.get(isQuestion ? event.value.slice(0, at) : event.value);
  if (!entry) return undefined;
  const about = thread?.entry === entry.id ? thread : undefined;
  switch (event.button) {
    case 'questions':
      return questionsPage(entry);
    case 'ask-question':
      return questionsPage(entry, Number(event.value.slice(at + 1)));
    case 'related':
      return relatedPage(entry, thread, entries);
    case 'advanced':
      return advancedPage(entry, about);
    case 'details':
      return detailsPage(entry, about, entries);
    default:
      return undefined;
  }
}

/** Every question with its button; the answer of the chosen one stands below it. */
function questionsPage(entry: Entry, chosen?: number): Page {
  return {
    title: TEXTS.pages.questions,
    blocks: [
      { kind: 'heading', text: entry.title },
      ...entry.faq.flatMap((faq, index): (Block | Row)[] =>
        index === chosen ? answered(faq) : [question(entry, faq, index)],
      ),
    ],
  };
}

const answered = ({ ask, answer }: Faq): Block[] => [
  { kind: 'text', text: [bold(ask)] },
  { kind: 'text', text: line(answer) },
];

const question = (entry: Entry, { ask }: Faq, index: number): Row => ({
  kind: 'row',
  text: [plain(ask)],
  button: { button: 'ask-question', value: `${entry.id}:${index}`, label: TEXTS.buttons.showAnswer },
});

/** In a thread one of them can be taken instead; a private answer has none, so there it opens for everybody. */
function relatedPage(entry: Entry, thread: Thread | undefined, entries: Context['entries']): Page | undefined {
  const others = (entry.related ?? []).flatMap(id => entries.get(id) ?? []);
  if (others.length === 0) return undefined;
  const rows = others.map(
    (other): Row => ({
      kind: 'row',
      text: [bold(other.title), plain(`: ${other.answer}`)],
      button: {
        button: thread ? 'choose-entry' : 'share',
        value: other.id,
        label: thread ? TEXTS.buttons.thisOne : TEXTS.buttons.share,
      },
    }),
  );
  return {
    title: TEXTS.pages.related,
    blocks: [{ kind: 'quiet', text: [plain(TEXTS.relatedTo(entry.title))] }, ...rows],
  };
}
