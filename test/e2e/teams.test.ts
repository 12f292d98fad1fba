// The road in Teams, in a real browser: paste an error, tick two steps in the card, ask, solve; then alone with the bot.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, createApp } from '../../src/service/app.ts';
import { createLog } from '../../src/service/report/log.ts';
import { BARE_CONFIG } from '../service/bare-config.ts';
import { launchChromium, START_MS } from './chromium.ts';

const ERROR =
  'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.';
const ROAD = { timeout: 30_000 };

const folder = mkdtempSync(join(tmpdir(), 'locksmith-'));
const problems: string[] = [];
let app: App;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const config = {
    ...BARE_CONFIG,
    channels: {
      '19:cloudhelp@thread.tacv2': { listen: 'errors' as const, helpers: [], escalate_to: 'Platform on-call|tag1' },
    },
    log: 'warn' as const,
    dataFolder: folder,
  };
  app = await createApp(config, createLog('warn'));
  browser = await launchChromium();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('pageerror', error => problems.push(error.message));
  page.on('console', message => message.type() === 'error' && problems.push(message.text()));
  await page.goto(app.kind === 'running' ? `http://localhost:${app.port}/` : '');
}, START_MS);

afterAll(async () => {
  await browser.close();
  if (app.kind === 'running') await app.stop();
  rmSync(folder, { recursive: true });
});

const write = async (into: string, text: string): Promise<void> => {
  const box = page.getByRole('textbox', { name: into });
  await box.fill(text);
  await box.press('Enter');
};

const thread = () => page.getByRole('complementary', { name: 'Thread' });
const be = (name: string) => page.getByRole('radio', { name }).check({ force: true });
const act = async (on: string, item: string): Promise<void> => {
  const message = page.getByRole('main').getByRole('article').filter({ hasText: on });
  await message.hover();
  await message.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: item }).click();
};

const isInView = (element: { getBoundingClientRect(): { bottom: number } }): boolean =>
  element.getBoundingClientRect().bottom < 900;

describe('the Teams view', () => {
  it('walks a pasted error to its end', ROAD, async () => {
    await page.getByRole('link', { name: 'Teams' }).click();
    await write('Start a post', ERROR);
    await thread().getByRole('heading', { name: 'Your temporary AWS credentials have run out' }).waitFor();

    await thread().getByRole('checkbox').nth(0).check();
    await thread().getByRole('checkbox').nth(1).check();
    await thread().getByRole('button', { name: 'Save ticks' }).click();
    await thread()
      .getByText(/Checklist · 2 of \d+ done/)
      .waitFor();
    expect(await thread().getByRole('checkbox', { checked: true }).count()).toBe(2);
    expect(
      await thread()
        .getByText(/You, \d\d:\d\d UTC/)
        .count(),
    ).toBe(2);

    await write('Reply', 'how long do these tokens live?');
    await thread()
      .getByText(/1 hour/)
      .first()
      .waitFor();

    await write('Reply', 'that fixed it');
    await thread()
      .getByText(/Solved\. Marked by You\./)
      .first()
      .waitFor();
  });

  it('shows a button pressed by somebody else to everybody, and calls the people on call', ROAD, async () => {
    await write('Start a post', 'AADSTS7000215: Invalid client secret provided.');
    await thread().getByText('Checklist · 0').waitFor();
    await be('Priya');
    await thread().getByRole('button', { name: 'Ask a person' }).click();
    await thread().getByText('could you look at this, please?').waitFor();
    expect(await thread().locator('.mention').allTextContents()).toEqual(['Platform on-call']);
    await be('You');
  });

  it('answers a look behind the three dots in one’s own chat, and says so', ROAD, async () => {
    const more = thread().getByRole('button', { name: 'More options' }).first();
    await more.click();
    await page.getByRole('menuitem').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menuitem').first().waitFor({ state: 'detached' });
    await more.click();
    await page.getByRole('menuitem', { name: 'Questions people ask' }).click();
    await thread().getByText('Answered in our own chat.').waitFor();
    await page.getByRole('navigation').getByRole('button', { name: 'Locksmith unread' }).click();
    await page.getByRole('main').getByText('Questions people ask about').waitFor();
    await page.getByRole('button', { name: 'Cloud help' }).click();
  });

  it('diagnoses a message for one person, and answers it in its thread when told to', ROAD, async () => {
    await page.getByRole('button', { name: 'General' }).click();
    await write('Start a post', 'error: You must be logged in to the server (Unauthorized)');
    await act('Unauthorized', 'Diagnose this');
    const dialog = page.getByRole('dialog', { name: 'Diagnosis' });
    await dialog.getByRole('button', { name: 'Answer in the conversation' }).click();
    await thread()
      .getByText(/Checklist/)
      .waitFor();
    expect(await dialog.count()).toBe(0);
  });

  it('finds an entry while one writes, and sends it as a card', ROAD, async () => {
    await page.getByRole('main').getByRole('button', { name: 'Search in Locksmith' }).click();
    await page.getByRole('searchbox').fill('ExpiredToken');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /temporary AWS credentials/ })
      .click();
    await page.getByRole('main').getByText('creds show aws/expired-token').waitFor();
  });

  it('takes commands after a slash, answered to their author alone', ROAD, async () => {
    await write('Start a post', '/creds show aws/expired-token');
    const answer = page.getByRole('main').getByRole('article', { name: /Locksmith.*only visible to you/ });
    await answer.getByRole('button', { name: 'Share in the channel' }).waitFor();
    await be('Marek');
    expect(await answer.count()).toBe(0);
    await be('You');
  });

  it('answers everything in one’s own chat', ROAD, async () => {
    await page
      .getByRole('navigation', { name: 'Chats, teams and people' })
      .getByRole('button', { name: 'Locksmith' })
      .click();
    await write('Type a message', 'git@github.com: Permission denied (publickey).');
    await page
      .getByRole('main')
      .getByText(/Checklist · 0/)
      .waitFor();
  });

  it('shows the end of a chat to whoever comes back to it', ROAD, async () => {
    await write('Type a message', `${'$ aws s3 ls\n'.repeat(50)}${ERROR}`);
    const newest = () => page.getByRole('main').getByRole('article').last();
    await newest().getByText('“help” lists the rest').waitFor();
    const list = page.getByRole('navigation', { name: 'Chats, teams and people' });
    await list.getByRole('button', { name: 'Cloud help' }).click();
    await list.getByRole('button', { name: 'Locksmith' }).click();
    await newest().getByText('“help” lists the rest').waitFor();
    await expect.poll(() => newest().getByText('“help” lists the rest').evaluate(isInView)).toBe(true);
  });

  it('reads a file there, and says in a channel that it cannot', ROAD, async () => {
    const log = (text: string) => ({ name: 'run.log', mimeType: 'text/plain', buffer: Buffer.from(text) });
    const attach = (text: string) => page.getByRole('main').locator('input[type=file]').setInputFiles(log(text));
    await attach('error: You must be logged in to the server (Unauthorized)');
    await page.getByRole('main').getByText('The cluster does not accept the credentials').first().waitFor();
    await page.getByRole('button', { name: 'Cloud help' }).click();
    await page.getByRole('textbox', { name: 'Start a post' }).fill('@Locksmith');
    await attach('anything');
    await thread().getByText('Please paste the text').waitFor();
  });

  it('fits a phone without scrolling sideways', ROAD, async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(360);
  });

  it('raised no error in the browser, nor anything that its security policy forbids', () => {
    expect(problems).toEqual([]);
  });
});
