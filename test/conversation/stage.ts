// A channel on paper: plays what people do through the real conversation, and writes down all that is said as a screenplay.
import {
  type ButtonPressed,
  type Person,
  type Place,
  placeKey,
  type RedactedEvent,
} from '../../src/conversation/chat-event.ts';
import { checklistOf } from '../../src/conversation/checklist.ts';
import { respondToTimer, timerOf } from '../../src/conversation/moves/timer.ts';
import type { Block, Button, Line, Reply } from '../../src/conversation/reply.ts';
import { respond } from '../../src/conversation/respond/respond.ts';
import type { Thread } from '../../src/conversation/thread.ts';
import type { Context, Turn } from '../../src/conversation/turn.ts';
import { redact } from '../../src/redaction/redact.ts';

const MINUTE = 60_000;

/** One thing that happens. `thread` names the thread where a scene has several. */
export type Cue =
  | {
      readonly kind: 'posts' | 'writes' | 'edits' | 'asks';
      readonly who: Person;
      readonly text: string;
      readonly thread?: string;
    }
  /** Steps by number, as this person's card shows them afterwards; `unseen` are ticks of others that it does not show yet. */
  | {
      readonly kind: 'ticks';
      readonly who: Person;
      readonly steps: readonly number[];
      readonly unseen?: readonly number[];
      readonly thread?: string;
      readonly entry?: string;
    }
  /** The latest button of that label in the thread, so that what is pressed is what was shown. */
  | { readonly kind: 'presses'; readonly who: Person; readonly label: string; readonly thread?: string }
  | { readonly kind: 'deletes'; readonly who: Person; readonly thread?: string }
  | { readonly kind: 'waits'; readonly hours: number };

export type Played = {
  readonly script: string;
  readonly acts: readonly string[];
  readonly pressed: readonly string[];
  readonly threads: ReadonlyMap<string, Thread>;
};

/** A minute passes between cues. Timers ring while somebody waits. */
export function play(cues: readonly Cue[], context: Context, begins: number): Played {
  const threads = new Map<string, Thread>();
  const shown = new Map<string, Button[]>();
  const lines: string[] = [];
  const acts: string[] = [];
  const pressed: string[] = [];
  let now = begins;
  let count = 0;

  const show = (turn: Turn, where: string): void => {
    for (const reply of turn.replies) {
      const thread = reply.place?.thread ?? where;
      lines.push(
        ...drawReply(reply, thread === '1' ? '' : ` (thread ${thread})`).map(line => `      ${line}`.trimEnd()),
      );
      if (reply.replaces && !reply.blocks.some(block => block.kind === 'buttons')) continue;
      shown.set(thread, [...reply.blocks.flatMap(buttonsOf), ...(shown.get(thread) ?? [])]);
    }
    if (turn.thread) threads.set(where, { ...turn.thread, version: turn.thread.version + 1 });
    if (turn.act) acts.push(turn.act.kind);
    pressed.push(...turn.counted.flatMap(name => (name.startsWith('pressed ') ? name.slice(8) : [])));
    if (turn.replies.length === 0) lines.push('      (Locksmith keeps quiet)');
    lines.push('');
  };

  for (const cue of cues) {
    if (cue.kind === 'waits') {
      now += cue.hours * 60 * MINUTE;
      lines.push(`      … ${cue.hours} hours pass …`, '');
      for (const [where, thread] of threads) {
        const due = timerOf(thread, context);
        if (!due || thread.changedAt + due.afterMs > now) continue;
        if (due.timer.what === 'stale') lines.push('      (the thread is stale now)');
        show(respondToTimer({ ...due.timer, key: `timer-${++count}`, at: now }, thread, context), where);
      }
      continue;
    }
    now += MINUTE;
    const where = cue.thread ?? '1';
    const place: Place = { surface: 'test', workspace: 'w', channel: 'cloud-help', thread: where };
    const thread = threads.get(where);
    const event = eventOf(
      cue,
      { key: `event-${++count}`, at: now, place, by: cue.who },
      { thread, shown: shown.get(where) ?? [], context },
    );
    const time = new Date(now).toISOString().slice(11, 16);
    lines.push(`${time} ${cue.who.name} ${tell(cue)}${where === '1' ? '' : ` (thread ${where})`}`);
    show(respond(event, thread, { ...context, nearby: [...threads.values()] }), where);
    if (event.kind === 'message-deleted') threads.delete(where);
  }
  return { script: `${lines.join('\n').trimEnd()}\n`, acts, pressed, threads };
}

type Happened = { readonly key: string; readonly at: number; readonly place: Place; readonly by: Person };
type Seen = { readonly thread: Thread | undefined; readonly shown: readonly Button[]; readonly context: Context };

function eventOf(cue: Exclude<Cue, { kind: 'waits' }>, happened: Happened, seen: Seen): RedactedEvent {
  switch (cue.kind) {
    case 'posts':
    case 'edits':
      return { ...happened, kind: 'message-pasted', text: redact(cue.text), addressed: false };
    case 'writes':
      return { ...happened, kind: 'follow-up-written', text: redact(cue.text), addressed: false };
    case 'asks':
      return { ...happened, kind: 'follow-up-written', text: redact(cue.text), addressed: true };
    case 'deletes':
      return { ...happened, kind: 'message-deleted' };
    case 'ticks':
      return ticksOf(cue, happened, seen);
    case 'presses':
      return press(cue.label, happened, seen);
  }
}

function ticksOf(cue: Extract<Cue, { kind: 'ticks' }>, happened: Happened, { thread, context }: Seen): RedactedEvent {
  const entry = cue.entry ?? thread?.entry ?? '';
  const of = context.entries.get(entry);
  const checklist = of ? checklistOf(of, thread ?? { advanced: false, ticks: [] }) : [];
  const ids = (numbers: readonly number[]) =>
    checklist.filter(one => numbers.includes(one.number)).map(one => one.step.id);
  const unseen = ids(cue.unseen ?? []);
  return {
    ...happened,
    kind: 'steps-checked',
    entry,
    message: 'm1',
    shown: checklist.map(one => one.step.id),
    checked: ids(cue.steps),
    before: checklist.filter(one => one.tick && !unseen.includes(one.step.id)).map(one => one.step.id),
  };
}

function press(label: string, happened: Happened, { shown }: Seen): ButtonPressed {
  const button = shown.find(one => one.label === label);
  if (!button) throw new Error(`no button “${label}” in ${placeKey(happened.place)}: ${shown.map(one => one.label)}`);
  return { ...happened, kind: 'button-pressed', button: button.button, value: button.value, message: 'm1' };
}

function tell(cue: Exclude<Cue, { kind: 'waits' }>): string {
  switch (cue.kind) {
    case 'posts':
      return `posts: ${cue.text}`;
    case 'edits':
      return `edits the message: ${cue.text}`;
    case 'writes':
      return `writes: ${cue.text}`;
    case 'asks':
      return `writes: @Locksmith ${cue.text}`;
    case 'deletes':
      return 'deletes the message';
    case 'ticks':
      return `leaves these ticked: ${cue.steps.join(', ') || 'none'}${cue.unseen ? ` (the card does not show ${cue.unseen.join(', ')} yet)` : ''}`;
    case 'presses':
      return `presses [${cue.label}]`;
  }
}

const buttonsOf = (block: Block): readonly Button[] =>
  block.kind === 'buttons' ? [...block.buttons, ...(block.more ?? [])] : [];

/** A card that is replaced is told by what can change about it. */
function drawReply(reply: Reply, where: string): string[] {
  const toWhom = reply.to ? ` to ${reply.to.person}, privately` : reply.toChannel ? ' in the channel' : where;
  const isCard = reply.blocks.some(block => block.kind === 'checklist');
  if (!reply.replaces || !isCard)
    return [
      `Locksmith${toWhom}${reply.replaces ? ` replaces ${reply.slot}` : ''}:`,
      ...indent(reply.blocks.flatMap(draw)),
    ];
  const from = reply.blocks.findIndex(block => block.kind === 'checklist');
  const changed = reply.blocks
    .slice(from)
    .filter(block => block.kind === 'checklist' || block.kind === 'text' || block.kind === 'code');
  const solved = reply.blocks
    .slice(0, from)
    .filter(block => block.kind === 'text')
    .slice(-1);
  return [
    `Locksmith${where} redraws ${reply.slot}:`,
    ...indent([...(reply.blocks.some(block => block.kind === 'buttons') ? [] : solved), ...changed].flatMap(draw)),
  ];
}

const indent = (lines: readonly string[]): string[] => lines.map(line => `| ${line}`);

function draw(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [`# ${block.text}`];
    case 'code':
      return block.text.split('\n').map(line => `    ${line}`);
    case 'text':
      return [say(block.text)];
    case 'quiet':
      return [`(${say(block.text)})`];
    case 'list':
      return block.items.map((item, i) => `${block.numbered ? `${i + 1}.` : '-'} ${say(item)}`);
    case 'checklist':
      return [
        block.title,
        ...block.items.map(
          (item, i) =>
            `${item.done ? '[x]' : item.open ? '[>]' : '[ ]'} ${i + 1} ${item.label}${item.note ? ` (${item.note})` : ''}`,
        ),
      ];
    case 'buttons':
      return [
        block.buttons.map(button => `[${button.label}]`).join(' ') +
          (block.more?.length ? ` menu: ${block.more.map(button => `[${button.label}]`).join(' ')}` : ''),
      ];
    case 'divider':
      return [''];
  }
}

const say = (line: Line): string =>
  line
    .map(span => {
      if ('id' in span) return `@${span.id}`;
      if (span.kind === 'place') return `${span.text} <thread ${span.place.thread}>`;
      if (span.kind === 'link') return `${span.text} <${span.href}>`;
      return span.kind === 'code' ? `\`${span.text}\`` : span.text;
    })
    .join('');
