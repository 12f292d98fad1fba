// `/creds mine`, `/creds stats`, the form's provider, and the home tab: what they say of what was loaded for them.
import { describe, expect, it } from 'vitest';
import type { CommandGiven } from '../../../src/conversation/chat-event.ts';
import { homePage } from '../../../src/conversation/looks/home.ts';
import { wantsOf } from '../../../src/conversation/respond/commands/command.ts';
import { respond } from '../../../src/conversation/respond/respond.ts';
import type { Context } from '../../../src/conversation/turn.ts';
import { type Redaction, redact } from '../../../src/redaction/redact.ts';
import { ada, context, NINE, PLACE, pasted, textOf } from '../brain.ts';

const ERROR =
  'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.';
const { thread } = respond(pasted(ERROR), undefined, context);
const mine = thread ? [thread] : [];
const given = (text: string, more: { provider?: string } = {}): CommandGiven<Redaction> => ({
  kind: 'command-given',
  key: text,
  at: NINE,
  place: PLACE,
  by: ada,
  text: redact(text),
  ...more,
});
const said = (text: string, more: Partial<Context> = {}, provider?: string): string =>
  textOf(
    respond(given(text, provider === undefined ? {} : { provider }), undefined, { ...context, ...more }).replies[0],
  );
const TALLIES = [
  { entry: 'aws/expired-token', state: 'solved', count: 3 },
  { entry: 'aws/expired-token', state: 'open', count: 1 },
  { entry: 'aws/no-credentials', state: 'handed-over', count: 2 },
  { state: 'open', count: 1 },
] as const;

describe('a command about what happened', () => {
  it('“mine” lists my open checklists with how far they are and the way there', () => {
    expect(said('mine', { mine })).toMatch(
      /temporary AWS credentials have run out · 0 of \d+ done, since 23 Nov, 09:00 UTC Open the thread/,
    );
    expect(said('mine')).toContain('No checklist of yours is open.');
  });

  it('“stats” tells what people hit, how many are solved, and what nobody had an entry for', () => {
    const text = said('stats', { tallies: TALLIES });
    expect(text).toContain('7 errors: 3 solved, 2 handed over and 2 still open.');
    expect(text).toContain('Your temporary AWS credentials have run out: 4 times, 3 solved');
    expect(text).toContain('For 1 error no entry was found.');
    expect(said('stats')).toContain('Nobody had a credential error here');
  });

  it.each(['mine', 'stats', 'gaps'])('“%s” is asked for by that word alone', word => {
    expect(wantsOf(given(` ${word.toUpperCase()} `))).toBe(word);
    expect(wantsOf(given(`${word} is not all of it`))).toBeUndefined();
    // As Teams brings it, where commands are written.
    expect(wantsOf(given(`creds ${word}`))).toBe(word);
    expect(said(`${word} keys are gone: ExpiredToken`)).toContain('temporary AWS credentials');
  });
});

describe('“help” for commands', () => {
  it('lists what the surface has, and nothing else', () => {
    const helped = (command: { word: string; hasForm: boolean }) =>
      said('help', { settings: { ...context.settings, command } });
    expect(helped({ word: '/creds', hasForm: true })).toContain('/creds: a form');
    expect(helped({ word: 'creds', hasForm: false })).not.toMatch(/form|\/creds/);
  });
});

describe('a command without an answer', () => {
  const teams = { settings: { ...context.settings, command: { word: 'creds', hasForm: false } } };

  it('says how to search as it is typed there', () => {
    expect(said('creds show aws/nonsense', teams)).toContain('“creds search”');
    expect(said('show aws/nonsense')).toContain('“/creds search”');
  });

  it('offers the general path that it speaks of', () => {
    const text = said(`my token is ${['gh', 'p_16C7e42F292c6912E7', '710c838347Ae178B4a'].join('')}`);
    const title = context.entries.get('general/invalid-credentials')?.title;
    expect(text).toContain(`“${title}”`);
    expect(text).toContain(`[${title}]`);
  });

  it('asks for the whole output where a few words may mean anything', () => {
    expect(said('access denied')).toMatch(/^That alone can mean many things/);
    expect(said('the printer on the third floor is out of toner again')).toMatch(/^I don’t know this one/);
  });

  it('offers nothing that only shares a word with it', () => {
    expect(said('my chair is broken')).toMatch(/\n\[The credentials were refused\]$/);
  });
});

describe('the provider chosen in a form', () => {
  it('decides among its entries, as “no, it’s azure” does', () => {
    expect(said('403 Forbidden', {}, 'azure')).not.toMatch(/S3|GCS|GitHub/);
    expect(said(ERROR, {}, 'aws')).toContain('temporary AWS credentials');
  });

  it('is passed over where none of its entries fits at all', () => {
    expect(said('aws: ExpiredToken', {}, 'no-such-provider')).toContain('temporary AWS credentials');
  });
});

describe('the home tab', () => {
  const words = (...given: Parameters<typeof homePage>): string => JSON.stringify(homePage(...given).blocks);

  it('shows open checklists with the way to them, and the last week', () => {
    const page = words({ mine, tallies: TALLIES }, context);
    expect(page).toContain('"open":{');
    expect(page).toContain('7 errors: 3 solved');
    expect(page).not.toContain('Configuration');
  });

  it('shows maintainers what is in force and what is wrong with it', () => {
    const upkeep = { inForce: ['`C1`: errors'], problems: ['knowledge/x.yaml:1 is empty'] };
    expect(words({ mine: [], tallies: [], upkeep }, context)).toContain('To look into: 1');
    const calm = { mine: [], tallies: [], upkeep: { ...upkeep, problems: [] } };
    expect(homePage(calm, context).blocks.at(-1)).toMatchObject({ kind: 'quiet' });
    expect(words(calm, context)).toContain('Nothing in it');
  });
});
