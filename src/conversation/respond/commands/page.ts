// The answer as a page for one person: no shared ticks, but a button that opens it for everybody.
import type { Entry } from '../../../knowledge/entry.ts';
import { introduction, stepBlocks } from '../../answer.ts';
import { checklistOf } from '../../checklist.ts';
import { bold, line } from '../../line.ts';
import type { Block, Button } from '../../reply.ts';
import { TEXTS } from '../../texts.ts';
import type { Thread } from '../../thread.ts';
import type { Turn } from '../../turn.ts';
import { type Given, privateReply } from './privately.ts';

export const page = (event: Given, entry: Entry, thread: Thread, counted: readonly string[]): Turn =>
  privateReply(
    event,
    `${entry.title}. ${entry.answer}`,
    [...introduction(entry, thread), { kind: 'divider' }, ...stepsToRead(entry, thread), pageButtons(event, entry)],
    counted,
  );

/** The first in full, the others by name: nothing can be ticked here. */
function stepsToRead(entry: Entry, thread: Thread): Block[] {
  const [first, ...others] = checklistOf(entry, thread);
  return [
    ...(first ? stepBlocks(first, {}).filter(({ kind }) => kind !== 'buttons') : []),
    ...(others.length > 0
      ? ([
          { kind: 'quiet', text: [bold(TEXTS.afterThat)] },
          { kind: 'list', items: others.map(({ step }) => line(step.do)) },
        ] as const)
      : []),
    { kind: 'divider' },
  ];
}

function pageButtons(event: Given, entry: Entry): Block {
  const about = (button: 'details' | 'questions', label: string): Button => ({ button, value: entry.id, label });
  const share: Button = { button: 'share', value: entry.id, label: shareLabel(event), primary: true };
  return {
    kind: 'buttons',
    buttons: [share, about('details', TEXTS.buttons.allSteps), about('questions', TEXTS.buttons.questions)],
  };
}

/** Asked in no channel, it is answered by direct message, and there the checklist opens. */
const shareLabel = ({ place }: Given): string => (place.channel === '' ? TEXTS.buttons.openHere : TEXTS.buttons.share);
