import { describe, expect, it } from 'vitest';
import type { RedactedEvent } from '../../src/conversation/chat-event.ts';
import { checklistOf } from '../../src/conversation/checklist.ts';
import { respond } from '../../src/conversation/respond/respond.ts';
import type { Thread } from '../../src/conversation/thread.ts';
import type { Turn } from '../../src/conversation/turn.ts';
import { ada, checked, context, NINE, PLACE, pasted, pressed, priya, textOf, wrote } from './brain.ts';

const EXPIRED =
  'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.';
const ENTRY = 'aws/expired-token';

/** Plays events one after the other, as the store would carry the thread from one to the next. */
function play(...events: readonly RedactedEvent[]): {
  readonly turns: readonly Turn[];
  readonly thread: Thread | undefined;
  readonly last: Turn | undefined;
} {
  let thread: Thread | undefined;
  const turns = events.map(event => {
    const turn = respond(event, thread, context);
    thread = turn.thread ?? thread;
    return turn;
  });
  return { turns, thread, last: turns.at(-1) };
}

const entry = context.entries.get(ENTRY);
const steps = entry ? checklistOf(entry, { advanced: false, ticks: [] }).map(one => one.step.id) : [];

describe('an opening message', () => {
  it('is answered in its thread with title, evidence, causes, checklist and buttons', () => {
    const { last, thread } = play(pasted(EXPIRED));
    const said = textOf(last?.replies[0]);
    expect(thread).toMatchObject({ entry: ENTRY, state: 'open', asker: ada, checklists: 1 });
    expect(said).toContain(entry?.title);
    expect(said).toMatch(/Sure \(\d\d %\), because of ExpiredToken|Sure \(\d\d%\), because of/);
    expect(said).toContain(`Checklist · 0 of ${steps.length} done`);
    expect(said).toContain('[It works now] [Still stuck] [Not my problem] [Ask a person]');
  });

  it('names a look-alike only where other words speak against it than those that speak for the answer', () => {
    const said = textOf(
      respond(pasted('psql: error: FATAL:  password authentication failed for user "ro"'), undefined, context)
        .replies[0],
    );
    expect(said).toContain('because of password authentication failed for user');
    expect(said).not.toContain('Not “');
  });

  it('that hardly fits anything is not called a credential error, but asked about', () => {
    const asked = (text: string) => textOf(respond(pasted(text, { addressed: true }), undefined, context).replies[0]);
    expect(asked('docker push denied')).toContain('I am not sure that I know this one');
    expect(asked('aws says 403 AccessDenied and the token is expired or so')).not.toContain('I am not sure');
  });

  it.each([
    'access denied',
    'ssl error now',
    'it hangs',
    'build red',
    'connection refused',
    'login failed',
    'invalid credentials',
    'unauthorized',
    'forbidden',
    'authentication failed',
  ])('“%s” is no word that it works, neither to us nor in a thread', text => {
    const [reply] = respond(pasted(text, { addressed: true }), undefined, context).replies;
    expect(textOf(reply)).not.toContain('belongs in the thread');
    expect(play(pasted(EXPIRED), wrote(text)).last?.act).toEqual({ kind: 'not-solved' });
  });

  it.each([
    ['chatter', 'lunch anyone? the pizza place has a new menu'],
    ['an announcement', 'checkout-api v2.4 is going out to prod, expect a short blip'],
    ['nothing', ''],
    ['emoji only', ':tada: 🎉 🔥'],
    ['control characters', '\u0000\u0007\u001b[2J'],
    ['right-to-left text', 'שלום לכולם, מישהו רוצה קפה'],
    ['an unclosed code fence', '```\nfoo bar'],
    ['success', 'Successfully logged into Start URL: https://example.awsapps.com/start'],
  ])('that is %s gets no reply', (_, text) => {
    expect(respond(pasted(text), undefined, context)).toMatchObject({ replies: [] });
  });

  it('is always replied to when addressed: with an honest word where nothing fits', () => {
    const turn = respond(pasted('the coffee machine on floor 3 shows E42', { addressed: true }), undefined, context);
    expect(textOf(turn.replies[0])).toContain('I don’t know this one');
    expect(textOf(turn.replies[0])).toContain('[Ask a person]');
    expect(turn.counted).toContain('unknown');
  });

  it('never quotes what could be a secret, and tells its author privately', () => {
    const key = `ghp_${'aB3dE5fG7h'.repeat(4).slice(0, 36)}`;
    const turn = respond(
      pasted(`GITHUB_TOKEN=${key} gh pr list\nHTTP 401: Bad credentials (https://api.github.com/graphql)`),
      undefined,
      context,
    );
    const [answer, note] = turn.replies;
    expect(JSON.stringify(turn)).not.toContain(key);
    expect(answer?.to).toBeUndefined();
    expect(note?.to).toEqual({ person: 'ada' });
    expect(note?.summary).toContain('live secret');
  });
});

describe('a thread', () => {
  it('shares its ticks: two people count, a repeat changes nothing', () => {
    const [first = '', second = ''] = steps;
    const one = checked(ENTRY, steps, [first], ada);
    const { thread, turns } = play(
      pasted(EXPIRED),
      one,
      one,
      checked(ENTRY, steps, [first, second], priya, NINE + 60_000),
    );
    expect(turns[2]).toMatchObject({ replies: [], counted: [] });
    expect(thread?.ticks.map(tick => [tick.step, tick.by.name])).toEqual([
      [first, 'Ada'],
      [second, 'Priya'],
    ]);
    const said = textOf(turns[3]?.replies[0]);
    expect(said).toContain(`Checklist · 2 of ${steps.length} done`);
    expect(said).toContain('Priya, 09:01 UTC');
    expect(turns[3]?.replies[0]).toMatchObject({ slot: 'checklist-1', replaces: true });
  });

  it('says what is stale about a tick on a step that is no more, and keeps the rest', () => {
    const { turns } = play(pasted(EXPIRED), checked(ENTRY, ['gone-step', ...steps], ['gone-step', steps[0] ?? '']));
    expect(turns[1]?.counted).toEqual(['ticked', 'stale tick']);
    expect(turns[1]?.thread?.ticks.map(tick => tick.step)).toEqual([steps[0]]);
  });

  it('goes on to the next cause when still stuck, then deeper, then to a person, and never repeats itself', () => {
    const stuck = Array.from({ length: 8 }, (_, i) => pressed('still-stuck', ENTRY, ada, NINE + (i + 1) * 60_000));
    const { thread, turns } = play(pasted(EXPIRED), ...stuck);
    const said = turns.slice(1).map(turn => textOf(turn.replies[0]));
    expect(said[0]).toContain('Then let us look at another cause: The session is simply over');
    expect(said.some(text => text.includes('a person should look') || text.includes('A person should look'))).toBe(
      true,
    );
    expect(thread?.state).toBe('handed-over');
  });

  it('is solved by anybody, and says by whom', () => {
    const { thread, last } = play(pasted(EXPIRED), pressed('solved', ENTRY, priya));
    expect(thread).toMatchObject({ state: 'solved', endedBy: priya });
    expect(textOf(last?.replies[0])).toContain('Solved. Marked by Priya.');
  });

  it('offers the next candidates when it was not the problem, and counts that against the match', () => {
    const { thread, last } = play(pasted(EXPIRED), pressed('not-my-problem', ENTRY));
    expect(thread).toMatchObject({ state: 'dismissed', dismissed: [ENTRY] });
    expect(last?.counted).toContain(`wrong match ${ENTRY}`);
    expect(textOf(last?.replies[1])).toContain('this is not the problem, says Ada');
  });

  it('hands over with the facts, and calls nobody where the configuration names nobody', () => {
    const { last } = play(pasted(EXPIRED), checked(ENTRY, steps, [steps[0] ?? '']), pressed('ask-a-person', ENTRY));
    const said = textOf(last?.replies[0]);
    expect(said).toContain('No on-call group is named');
    expect(said).toContain('The provided token has expired');
    expect(said).toContain(ENTRY);
    expect(JSON.stringify(last?.replies)).not.toContain('"group"');
  });

  it('calls the on-call group that the channel names', () => {
    const named = { ...context, settings: { ...context.settings, escalateTo: 'S123' } };
    const opened = respond(pasted(EXPIRED), undefined, named).thread;
    const turn = respond(pressed('ask-a-person', ENTRY), opened, named);
    expect(JSON.stringify(turn.replies)).toContain('{"kind":"group","id":"S123"}');
  });

  it('starts anew with the entry that somebody chose', () => {
    const { thread } = play(
      pasted(EXPIRED),
      checked(ENTRY, steps, [steps[0] ?? '']),
      pressed('choose-entry', 'aws/sso-session-expired'),
    );
    expect(thread).toMatchObject({ entry: 'aws/sso-session-expired', ticks: [], checklists: 2, state: 'open' });
  });

  it('understands what is written: steps, questions, the effect', () => {
    const { turns, thread } = play(
      pasted(EXPIRED),
      wrote('did 1 and 2'),
      wrote('how long do these tokens live?'),
      wrote('brb'),
      wrote('that fixed it, thanks'),
    );
    expect(turns.map(turn => turn.act?.kind)).toEqual([undefined, 'step-done', 'faq', 'none', 'solved']);
    expect(turns[3]?.replies).toEqual([]);
    expect(thread).toMatchObject({ state: 'solved' });
    expect(thread?.ticks).toHaveLength(2);
  });
});

describe('a card that no thread knows', () => {
  it('becomes a thread by being used', () => {
    const turn = respond(checked(ENTRY, steps, [steps[0] ?? '']), undefined, context);
    expect(turn.thread).toMatchObject({ place: PLACE, entry: ENTRY, checklists: 1 });
    expect(turn.replies[0]).toMatchObject({ slot: 'checklist-1', replaces: true });
  });
});
