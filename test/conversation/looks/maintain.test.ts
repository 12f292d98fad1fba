// `/creds gaps` and `/creds watch`: for maintainers, about the channel that they are given in.
import { describe, expect, it } from 'vitest';
import type { CommandGiven, Person } from '../../../src/conversation/chat-event.ts';
import { respondToTimer } from '../../../src/conversation/moves/timer.ts';
import { respond } from '../../../src/conversation/respond/respond.ts';
import type { Thread } from '../../../src/conversation/thread.ts';
import type { Context, Settings, Turn } from '../../../src/conversation/turn.ts';
import { type Redaction, redact } from '../../../src/redaction/redact.ts';
import { ada, context, NINE, PLACE, pasted, priya, textOf, wrote } from '../brain.ts';

const given = (
  text: string,
  by: Person = priya,
  more: Partial<CommandGiven<Redaction>> = {},
): CommandGiven<Redaction> => ({
  kind: 'command-given',
  key: text,
  at: NINE,
  place: PLACE,
  by,
  text: redact(text),
  ...more,
});
const turnOf = (event: CommandGiven<Redaction>, more: Partial<Context> = {}): Turn =>
  respond(event, undefined, { ...context, ...more });
const said = (event: CommandGiven<Redaction>, more: Partial<Context> = {}): string =>
  textOf(turnOf(event, more).replies[0]);
const set = (settings: Partial<Settings>): { settings: Settings } => ({
  settings: { ...context.settings, ...settings },
});

describe('“watch”', () => {
  it.each([
    ['on', 'all'],
    ['all', 'all'],
    ['ERRORS', 'errors'],
    ['mention', 'mention'],
    ['off', 'off'],
  ] as const)('“watch %s” sets the channel to %s, signed by who said it', (word, listen) => {
    const turn = turnOf(given(`watch ${word}`));
    expect(turn.watch).toEqual({ listen, by: priya, at: NINE });
    expect(textOf(turn.replies[0])).toContain('From now on, in this channel');
  });

  it('alone tells how it stands, who set it, and what else there is', () => {
    const text = said(given('watch'), set({ listen: 'mention', watch: { listen: 'mention', by: ada, at: NINE } }));
    expect(text).toContain('In this channel I speak only when I am called. So set by Ada on 23 Nov.');
    expect(text).toContain('/creds watch errors: I speak at a credential error that I am sure of (as configured)');
    expect(turnOf(given('watch')).watch).toBeUndefined();
  });

  it('with a word that is no way changes nothing and lists the ways', () => {
    const turn = turnOf(given('watch loudly'));
    expect(turn.watch).toBeUndefined();
    expect(textOf(turn.replies[0])).toMatch(/“loudly” is none of the ways[\s\S]*watch off/);
  });

  it('is an error to be explained where more words follow', () => {
    expect(said(given('watch stream failed: ExpiredToken'))).toContain('temporary AWS credentials');
  });

  it('is refused from others, who are told whom to ask', () => {
    const turn = turnOf(given('watch off', ada));
    expect(turn.watch).toBeUndefined();
    expect(JSON.stringify(turn.replies)).toContain('{"kind":"person","id":"priya"}');
    expect(said(given('watch off', ada), set({ maintainers: [] }))).toContain('“maintainers” in locksmith.yaml');
  });

  it('is about no channel in a direct message', () => {
    const turn = turnOf(given('watch off', priya, { direct: true }));
    expect(turn.watch).toBeUndefined();
    expect(textOf(turn.replies[0])).toContain('give the command there');
  });
});

describe('a channel', () => {
  const vague = 'our uploads to the bucket are refused since the key rotation on friday';
  const error = 'An error occurred (ExpiredToken) when calling ListBuckets: The provided token has expired.';
  const opened = respond(pasted(error), undefined, context).thread;
  const heard = (listen: Settings['listen'], text: string, addressed = false): number =>
    respond(pasted(text, { addressed }), undefined, { ...context, ...set({ listen }) }).replies.length;

  it('that is watched for all hears what may be an error, and stays silent where it knows nothing', () => {
    expect(heard('errors', vague)).toBe(0);
    expect(heard('all', vague)).toBe(1);
    expect(heard('all', 'lunch at noon?')).toBe(0);
  });

  it('that is off hears nothing, called or not, in threads neither; nobody is asked how it goes', () => {
    expect(heard('off', error)).toBe(0);
    expect(heard('off', error, true)).toBe(0);
    const off = { ...context, ...set({ listen: 'off' }) };
    expect(respond(wrote('that fixed it', { addressed: true }), opened, off)).toMatchObject({ replies: [] });
    if (!opened) throw new Error('no thread');
    const timer = { what: 'nudge', changedAt: opened.changedAt, key: 'timer', at: NINE + 5 } as const;
    expect(respondToTimer(timer, opened, off)).toMatchObject({ replies: [], thread: { nudgedAt: NINE + 5 } });
  });
});

describe('“gaps”', () => {
  const unknown = (opening: string, thread: string, openedAt = NINE): Thread => {
    const { thread: admitted } = respond(pasted('frobnicate', { addressed: true }), undefined, context);
    if (!admitted) throw new Error('no thread');
    return { ...admitted, place: { ...PLACE, thread }, opening: redact(opening).text, openedAt };
  };
  const gaps = {
    unanswered: [
      unknown('acme deploy\nacme: token 8f3a1 denied\nbye', '1'),
      unknown('where is the wiki', '2'),
      unknown('acme: token 9b0c2 denied', '3', NINE - 86_400_000),
    ],
    tallies: [
      { entry: 'aws/expired-token', state: 'solved', count: 7 },
      { entry: 'aws/expired-token', state: 'handed-over', count: 2 },
      { entry: 'aws/no-credentials', state: 'solved', count: 3 },
      { state: 'open', count: 3 },
    ],
  } as const;

  it('lists what no entry was found for, alike together, by the line that tells', () => {
    const text = said(given('gaps'), { gaps });
    expect(text).toContain('For 3 errors no entry was found.');
    expect(text).toMatch(/acme: token 8f3a1 denied 2 times, last on 23 Nov[\s\S]*where is the wiki 1 time/);
    expect(text).not.toContain('9b0c2');
  });

  it('lists the answers that did not do', () => {
    const text = said(given('gaps'), { gaps });
    expect(text).toContain('temporary AWS credentials have run out: 2 of 9');
    expect(text).not.toContain('3 of 3');
  });

  it('says so where there is none, and is for maintainers in a channel', () => {
    expect(said(given('gaps'))).toContain('had an answer');
    expect(said(given('gaps', ada), { gaps })).not.toContain('acme');
    expect(said(given('gaps', priya, { direct: true }), { gaps })).not.toContain('acme');
  });
});

it('“help” tells of both to maintainers alone', () => {
  expect(said(given('help'))).toMatch(/gaps[\s\S]*watch on\|errors/);
  expect(said(given('help', ada))).not.toMatch(/gaps|watch on/);
});
