// A thread's life beside its answers: stale clicks, double clicks, quiet hours, outages, edits, deletion.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RedactedEvent } from '../../src/conversation/chat-event.ts';
import { respondToTimer, timerOf } from '../../src/conversation/moves/timer.ts';
import { respond } from '../../src/conversation/respond/respond.ts';
import type { Thread } from '../../src/conversation/thread.ts';
import type { Turn } from '../../src/conversation/turn.ts';
import { ada, checked, context, NINE, PLACE, pasted, pressed, priya, textOf, wrote } from './brain.ts';

const EXPIRED =
  'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.';
const ENTRY = 'aws/expired-token';
const HOUR = 3_600_000;
const MINUTE = 60_000;

const opened = (): Thread => {
  const { thread } = respond(pasted(EXPIRED), undefined, context);
  if (!thread) throw new Error('the example is not answered any more');
  return thread;
};
const say = (event: RedactedEvent, thread: Thread | undefined): Turn => respond(event, thread, context);

describe('what leads nowhere any more is told calmly, and only to whoever pressed it', () => {
  const gone: Thread = { ...opened(), entry: 'aws/was-removed' };
  const cases: readonly (readonly [string, RedactedEvent, Thread | undefined])[] = [
    ['a tick on an entry that was removed', checked('aws/was-removed', ['a'], ['a']), gone],
    ['a tick on the card of an earlier entry', checked('aws/sso-session-expired', ['a'], ['a']), opened()],
    ['“still stuck” where the entry was removed', pressed('still-stuck', 'aws/was-removed'), gone],
    ['an outcome of another entry', pressed('outcome', 'aws/no-credentials:see:0'), opened()],
    ['an outcome that does not exist', pressed('outcome', `${ENTRY}:see-source:99`), opened()],
    ['a question that does not exist', pressed('ask-question', `${ENTRY}:99`), opened()],
    ['a choice of an entry that was removed', pressed('choose-entry', 'aws/was-removed'), opened()],
    ['a share of an entry that was removed', pressed('share', 'aws/was-removed'), undefined],
    ['a button of a format that nobody knows', pressed('solved', '-'), undefined],
  ];
  it.each(cases)('%s', (_, event, thread) => {
    const turn = say(event, thread);
    expect(turn.thread).toBeUndefined();
    expect(turn.replies).toMatchObject([{ to: { person: 'ada' } }]);
  });

  it('says in writing what became of an entry that was removed, and offers a person', () => {
    const turn = say(wrote('done 1'), gone);
    expect(textOf(turn.replies[0])).toContain('no longer in the knowledge base');
    expect(textOf(turn.replies[0])).toContain('[Ask a person]');
  });

  it('keeps quiet in a thread that it never answered, and answers there when it is called', () => {
    expect(say(wrote('done 1'), undefined)).toMatchObject({ replies: [] });
    expect(textOf(say(wrote('help', { addressed: true }), undefined).replies[0])).toContain(
      'I recognise credential errors',
    );
    expect(say(wrote(EXPIRED, { addressed: true }), undefined).thread).toMatchObject({ entry: ENTRY });
  });
});

describe('the same click twice', () => {
  const twice = (button: Parameters<typeof pressed>[0], value: string, apartMs: number) => {
    const first = say(pressed(button, value), opened());
    return { first, second: say(pressed(button, value, priya, NINE + apartMs), first.thread) };
  };

  it.each(['solved', 'still-stuck', 'not-my-problem', 'ask-a-person'] as const)('on %s counts once', button => {
    const { first, second } = twice(button, ENTRY, 300);
    expect(first.replies.length).toBeGreaterThan(0);
    expect(second).toMatchObject({ replies: [], counted: ['repeat'] });
  });

  it('is meant when time lies between', () => {
    expect(twice('still-stuck', ENTRY, MINUTE).second.replies.length).toBeGreaterThan(0);
  });

  it('starts a chosen entry once', () => {
    const { second } = twice('choose-entry', 'aws/sso-session-expired', MINUTE);
    expect(second.replies).toEqual([]);
  });
});

describe('quiet hours', () => {
  const ring = (thread: Thread, what: 'nudge' | 'stale', hours: number, changedAt = thread.changedAt) =>
    respondToTimer({ what, changedAt, key: 'timer', at: thread.changedAt + hours * HOUR }, thread, context);

  it('set a timer of four hours, once the nudge was said one of a week, and none where it is over', () => {
    const thread = opened();
    expect(timerOf(thread, context)).toMatchObject({ timer: { what: 'nudge' }, afterMs: 4 * HOUR });
    expect(timerOf({ ...thread, nudgedAt: NINE }, context)).toMatchObject({
      timer: { what: 'stale' },
      afterMs: 168 * HOUR,
    });
    expect(timerOf({ ...thread, state: 'solved' }, context)).toBeUndefined();
    expect(timerOf({ ...thread, checklists: 0 }, context)).toMatchObject({ timer: { what: 'stale' } });
  });

  it('make it ask once whether it works', () => {
    const turn = ring(opened(), 'nudge', 4);
    expect(textOf(turn.replies[0])).toMatch(
      /^Ada, does it work by now\? The checklist stands at 0 of 9\. Next is step 1/,
    );
    expect(turn.thread).toMatchObject({ state: 'open', nudgedAt: NINE + 4 * HOUR });
  });

  it('ask an asker whose name was not known by no id, and by name once there was one', () => {
    const stranger = { id: 'U0ABC', name: 'U0ABC' };
    const thread = say(pasted(EXPIRED, { by: stranger }), undefined).thread ?? opened();
    expect(textOf(ring(thread, 'nudge', 4).replies[0])).toMatch(/^Does it work by now\?/);
    const known = say(wrote('brb', { by: { ...stranger, name: 'Ada' } }), thread).thread ?? thread;
    expect(textOf(ring(known, 'nudge', 4).replies[0])).toMatch(/^Ada, does it work by now\?/);
  });

  it('change nothing when somebody wrote meanwhile', () => {
    const stirred = say(wrote('brb', { at: NINE + HOUR }), opened()).thread;
    expect(stirred).toMatchObject({ changedAt: NINE + HOUR });
    expect(stirred && ring(stirred, 'nudge', 4, NINE)).toMatchObject({ replies: [] });
  });

  it('make it stale after a week, without a word, and a tick opens it again', () => {
    const { thread, replies } = ring(opened(), 'stale', 168);
    expect(replies).toEqual([]);
    expect(thread?.state).toBe('stale');
    expect(say(checked(ENTRY, ['see-source'], ['see-source']), thread).thread?.state).toBe('open');
  });
});

describe('the third of the same within 15 minutes', () => {
  const at = (thread: string, by: typeof ada, minutes: number) => ({
    ...pasted(EXPIRED, { by, at: NINE + minutes * MINUTE }),
    place: { ...PLACE, thread },
  });
  const lin = { id: 'lin', name: 'Lin' };
  const marek = { id: 'marek', name: 'Marek' };
  const settings = { ...context.settings, escalateTo: 'S1' };
  const play = (...events: readonly ReturnType<typeof at>[]): readonly Turn[] => {
    const nearby: Thread[] = [];
    return events.map(event => {
      const turn = respond(event, undefined, { ...context, settings, nearby });
      if (turn.thread) nearby.push(turn.thread);
      return turn;
    });
  };

  it('is pointed to the first thread, and the people on call hear of it once', () => {
    const [, second, third, fourth] = play(at('1', ada, 0), at('2', priya, 5), at('3', lin, 9), at('4', marek, 10));
    expect(second?.counted).toEqual([`answered ${ENTRY}`]);
    expect(third?.thread).toMatchObject({ pointedTo: '1', checklists: 0 });
    expect(third?.replies).toMatchObject([{}, { place: { thread: '1' } }]);
    expect(JSON.stringify(third?.replies[1])).toContain('{"kind":"group","id":"S1"}');
    expect(JSON.stringify(third?.replies[0])).not.toContain('"group"');
    expect(fourth?.replies).toHaveLength(1);
    expect(JSON.stringify(fourth?.replies)).toContain('"thread":"1"');
  });

  it('still finds the first thread when that one is older than 15 minutes by now', () => {
    const turns = play(at('1', ada, 0), at('2', priya, 5), at('3', lin, 10), at('4', marek, 19));
    expect(turns[3]?.thread?.pointedTo).toBe('1');
    expect(turns[3]?.replies).toHaveLength(1);
  });

  it.each([
    ['later than that', [at('1', ada, 0), at('2', priya, 5), at('3', lin, 21)]],
    ['by one person', [at('1', ada, 0), at('2', ada, 1), at('3', ada, 2)]],
    ['addressed', [at('1', ada, 0), at('2', priya, 1), { ...at('3', lin, 2), addressed: true }]],
  ])('is answered by itself when it is %s', (_, events) => {
    expect(play(...events)[2]?.counted).toEqual([`answered ${ENTRY}`]);
  });
});

describe('what was offered', () => {
  it('may all be wrong: the general path, then a person, then nothing more to say', () => {
    const offered: Thread = { ...opened(), state: 'dismissed', dismissed: [ENTRY], candidates: ['aws/no-credentials'] };
    const first = say(wrote('none of these', { at: NINE + MINUTE }), offered);
    expect(textOf(first.replies[0])).toContain('[The credentials were refused]');
    const second = say(wrote('not my problem', { at: NINE + 2 * MINUTE }), first.thread);
    expect(textOf(second.replies[0])).toBe(
      'Then I don’t know what it is. Paste the newest error in full, or ask a person.\n[Ask a person]',
    );
    expect(say(wrote('none of these', { at: NINE + 3 * MINUTE }), second.thread).replies).toEqual([]);
  });
});

describe('the opening message', () => {
  it('shows where it stands to whoever calls us to it again', () => {
    const again = say(pasted(EXPIRED, { addressed: true }), opened());
    expect(textOf(again.replies[0])).toContain('Checklist · 0 of 9 done');
    expect(say(pasted(EXPIRED), opened()).replies).toEqual([]);
  });

  it('is marked wherever it may be quoted when it was deleted', () => {
    const stuck = say(pressed('still-stuck', ENTRY, ada, NINE + MINUTE), opened()).thread;
    const called = say(pressed('ask-a-person', ENTRY, ada, NINE + 2 * MINUTE), stuck).thread;
    const { replies } = say({ kind: 'message-deleted', key: 'gone', at: NINE, place: PLACE, by: ada }, called);
    expect(replies.map(reply => reply.slot)).toEqual(['checklist-1', 'checklist-2', 'hand-over']);
    expect(new Set(replies.map(textOf)).size).toBe(1);
    expect(JSON.stringify(replies)).not.toContain('expired');
  });

  it('is kept as it reads now, silently, when an edit changes no more than words', () => {
    const turn = say(pasted(`${EXPIRED} since lunch`), opened());
    expect(turn.replies).toEqual([]);
    expect(turn.thread?.opening).toContain('since lunch');
  });

  it('is answered when an edit brings the error', () => {
    expect(say(pasted(EXPIRED), undefined).thread).toMatchObject({ entry: ENTRY });
  });
});

describe('what the knowledge says', () => {
  const steps = [...context.entries.values()].flatMap(entry =>
    [...entry.causes, ...(entry.advanced ?? [])].flatMap(cause => cause.steps.map(step => ({ entry, step }))),
  );
  const outcomes = steps.flatMap(({ entry, step }) =>
    (step.outcomes ?? []).map((outcome, i) => [`${entry.id}:${step.id}:${i}`, entry.id, outcome] as const),
  );

  it('fits on a result button', () => {
    expect(outcomes.filter(([, , outcome]) => outcome.see.length > 75)).toEqual([]);
  });

  it('leads somewhere from every result: to a step, a cause or another entry', () => {
    const lost = outcomes.filter(([value, entry, outcome]) => {
      const thread: Thread = { ...opened(), entry };
      const next = say(pressed('outcome', value), thread).thread;
      if (!next) return true;
      return next.entry !== outcome.then && next.focus === undefined;
    });
    expect(lost).toEqual([]);
  });
});

describe('every sentence that is said', () => {
  it('stands in texts.ts: elsewhere no string of several words is made into text', () => {
    const folder = join(import.meta.dirname, '../../src/conversation');
    const files = globSync('{*.ts,respond/*.ts,moves/*.ts}', { cwd: folder }).filter(file => file !== 'texts.ts');
    const spoken = files.flatMap(file =>
      [
        ...readFileSync(join(folder, file), 'utf8').matchAll(
          /(?:(?:plain|bold|code|sentence)\(|(?:summary|label|text): )\s*(['"`])([^\n]*?)\1/g,
        ),
      ]
        .map(([, , text = '']) => text.replaceAll(/\$\{[^}]*\}/g, ''))
        .filter(text => /\p{L}{2,} \p{L}/u.test(text))
        .map(text => `${file}: ${text}`),
    );
    expect(spoken).toEqual([]);
  });
});
