// What happens in a channel, told once for every platform. Each wait names what the app then shows.
import { expect } from 'vitest';
import type { Name, Side, Written } from './side.ts';

export type Story = { readonly name: string; readonly play: (side: Side) => Promise<void> };

const shows = (side: Side, thread: Written, what: RegExp): Promise<void> =>
  expect.poll(() => side.shown(thread), { timeout: 5_000 }).toMatch(what);
const tells = (side: Side, to: Name, what: RegExp): Promise<void> =>
  expect.poll(() => side.told(to), { timeout: 5_000 }).toMatch(what);

/** What looks like a key, made so that this file holds none. */
const KEY = `ghp_${'aB3dE5gH7jK9'.repeat(3)}`;

export const STORIES: readonly Story[] = [
  {
    name: 'two steps, a question, still stuck, and over to people',
    play: async side => {
      const thread = await side.write(
        'You',
        'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.',
      );
      await shows(side, thread, /Checklist · 0 of \d+ done/);
      await side.tick('You', [1], thread);
      await shows(side, thread, /Checklist · 1 of \d+ done/);
      await side.tick('Priya', [2], thread);
      await shows(side, thread, /Checklist · 2 of \d+ done/);
      await side.write('You', 'how long do these tokens live?', thread);
      await shows(side, thread, /1 hour by default/);
      await side.press('You', 'still-stuck', thread);
      await shows(side, thread, /another cause/);
      await side.press('Priya', 'ask-a-person', thread);
      await shows(side, thread, /What is known so far/);
    },
  },
  {
    name: 'solved, and back again',
    play: async side => {
      const thread = await side.write(
        'Marek',
        'AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value.',
      );
      await shows(side, thread, /Checklist · 0 of \d+ done/);
      await side.write('Marek', 'did 1 and 2', thread);
      await shows(side, thread, /Steps 1 and 2 are done/);
      await side.write('Marek', 'that fixed it, thanks', thread);
      await shows(side, thread, /Solved\. Marked by Marek\./);
      await side.write('Marek', 'it’s back', thread);
      await shows(side, thread, /So it is back/);
    },
  },
  {
    name: 'a secret in the paste',
    play: async side => {
      const thread = await side.write(
        'Priya',
        `remote: HTTP Basic: Access denied\nfatal: Authentication failed for 'https://gitlab.com/a/b.git/' with ${KEY}`,
      );
      await tells(side, 'Priya', /live secret/);
      await shows(side, thread, /Checklist/);
      expect(await side.shown(thread)).not.toContain(KEY);
      expect(await side.told('Priya')).not.toContain(KEY);
    },
  },
  {
    name: 'a question back, and a choice',
    play: async side => {
      const thread = await side.write('You', '@Locksmith docker push denied');
      await shows(side, thread, /Is it one of these|Which one fits/);
      await side.press('You', 'choose-entry', thread);
      await shows(side, thread, /Checklist · 0 of \d+ done/);
    },
  },
  {
    name: 'an error that comes with an edit, after chatter that nobody answers',
    play: async side => {
      await side.write('Priya', 'lunch, anyone?');
      const thread = await side.write('Priya', 'hm, what was it again');
      await side.edit('Priya', thread, 'error: You must be logged in to the server (Unauthorized)');
      await shows(side, thread, /Checklist/);
    },
  },
  {
    name: 'a paste that is taken back',
    play: async side => {
      const thread = await side.write(
        'Marek',
        'git@github.com: Permission denied (publickey).\nfatal: Could not read from remote repository.',
      );
      await shows(side, thread, /Checklist/);
      await side.erase('Marek', thread);
      await shows(side, thread, /was deleted/);
    },
  },
  {
    name: 'a private command',
    play: async side => {
      await side.command('You', 'show aws/expired-token');
      await tells(side, 'You', /Share in the channel/);
    },
  },
];
