// Views in a real browser: dialogs, forms, shortcuts, private answers and the home tab, as the workbench shows and drives them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type App, createApp } from '../../src/service/app.ts';
import { createLog } from '../../src/service/report/log.ts';
import { BARE_CONFIG } from '../service/bare-config.ts';
import { launchChromium, START_MS } from './chromium.ts';

const ERROR =
  'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.';
const TITLE = 'Your temporary AWS credentials have run out';
const TIMEOUT = { timeout: 30_000 };

const folder = mkdtempSync(join(tmpdir(), 'locksmith-'));
let app: App;
let browser: Browser;
let page: Page;
let url = '';

beforeAll(async () => {
  const config = {
    ...BARE_CONFIG,
    channels: { C0CLOUDHELP: { listen: 'errors' as const, helpers: [] } },
    maintainers: ['U0YOU'],
    log: 'warn' as const,
    dataFolder: folder,
  };
  app = await createApp(config, createLog('warn'));
  url = app.kind === 'running' ? `http://localhost:${app.port}/` : '';
  browser = await launchChromium();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
}, START_MS);

afterAll(async () => {
  await browser.close();
  if (app.kind === 'running') await app.stop();
  rmSync(folder, { recursive: true });
});

beforeEach(async () => {
  await page.goto(url);
  await page.getByRole('textbox', { name: /#cloud-help/ }).waitFor();
});

const write = async (into: RegExp, text: string): Promise<void> => {
  const box = page.getByRole('textbox', { name: into });
  await box.fill(text);
  await box.press('Enter');
};
const thread = (): Locator => page.getByRole('complementary', { name: /thread/i });
const dialog = (): Locator => page.getByRole('dialog');
const close = (): Promise<void> => dialog().getByRole('button', { name: 'Close', exact: true }).first().click();

async function choose(from: Locator, label: RegExp): Promise<void> {
  await from.click();
  await page.getByRole('menuitem', { name: label }).click();
}

/** An answered error of this test alone. */
async function answer(): Promise<void> {
  await write(/#cloud-help/, ERROR);
  await thread().getByText(TITLE).waitFor();
}
const openDetails = (label: RegExp) => choose(thread().getByRole('button', { name: 'More options' }).last(), label);

describe('the details of an answer', () => {
  it('answer a question where it was chosen, and leave the thread alone', TIMEOUT, async () => {
    await answer();
    await openDetails(/Questions people ask/);
    await dialog().getByRole('button', { name: 'Answer' }).first().click();
    await dialog().getByText(/hour/).first().waitFor();
    await close();
    expect(await dialog().count()).toBe(0);
    expect(await thread().getByRole('article').count()).toBe(2);
  });

  it('tell why, and every step in full', TIMEOUT, async () => {
    await answer();
    await openDetails(/Why this answer/);
    await dialog().getByText('How sure: 99%').waitFor();
    await dialog().getByText('aws sso login --profile <profile>').waitFor();
    await close();
  });

  it('put advanced fixes on the list', TIMEOUT, async () => {
    await answer();
    const before = await thread().getByRole('checkbox').count();
    await openDetails(/Advanced fixes/);
    await dialog().getByRole('button', { name: 'Add to the checklist' }).click();
    await expect.poll(() => thread().getByRole('checkbox').count()).toBeGreaterThan(before);
    expect(await dialog().count()).toBe(0);
  });
});

describe('the form of /creds', () => {
  it('refuses blanks, answers privately, and shares what it answered', TIMEOUT, async () => {
    await write(/#cloud-help/, '/creds');
    await dialog().getByRole('textbox').fill('   ');
    await dialog().getByRole('button', { name: 'Explain' }).click();
    await dialog().getByRole('alert').waitFor();
    await dialog().getByRole('textbox').fill('AADSTS7000215: Invalid client secret provided.');
    await dialog().getByRole('combobox').selectOption('azure');
    await dialog().getByRole('button', { name: 'Explain' }).click();
    const answered = page.getByRole('article').filter({ hasText: 'Only visible to you' }).last();
    await answered.getByRole('button', { name: 'Share in the channel' }).click();
    await expect.poll(() => page.getByRole('article').last().getByRole('checkbox').count()).toBeGreaterThan(0);
  });

  it('opens from the shortcuts, and is answered in direct messages', TIMEOUT, async () => {
    await choose(page.getByRole('button', { name: 'Shortcuts' }).first(), /Explain an error/);
    await dialog().getByRole('textbox').fill(ERROR);
    await dialog().getByRole('button', { name: 'Explain' }).click();
    await page
      .getByRole('button', { name: /Locksmith.*unread|Locksmith/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Open the checklist here' }).last().click();
    await page.getByRole('checkbox').first().waitFor();
  });
});

describe('“Diagnose this” in the menu of a message', () => {
  const diagnose = async (text: string): Promise<void> => {
    await write(/#cloud-help/, text);
    const message = page.getByRole('article').filter({ hasText: text }).last();
    await message.hover();
    await choose(message.getByRole('button', { name: 'More actions' }), /Diagnose this/);
    await dialog().getByText('Who should see the answer?').waitFor();
  };

  it('answers only me', TIMEOUT, async () => {
    await diagnose('we have seen NoCredentialsError here before, I think');
    await dialog().getByRole('button', { name: 'Answer' }).click();
    await page.getByText('Only visible to you').last().waitFor();
  });

  it('answers in the thread', TIMEOUT, async () => {
    await diagnose('was NoCredentialsError not the topic of last week’s meeting?');
    await dialog()
      .getByRole('radio', { name: /In the thread/ })
      .check();
    await dialog().getByRole('button', { name: 'Answer' }).click();
    await thread().waitFor();
    await expect.poll(() => thread().getByRole('article').count()).toBe(2);
  });
});

describe('the home tab', () => {
  it('shows my open checklists, the last week, what is in force, and the form', TIMEOUT, async () => {
    await answer();
    await page
      .getByRole('navigation', { name: /Channels/ })
      .getByRole('button', { name: /Locksmith/ })
      .click();
    await page.getByRole('button', { name: 'Home' }).click();
    const home = page.getByRole('region', { name: 'Home' });
    await home.getByText('Your open checklists').waitFor();
    await home
      .getByText(/0 of \d+ done/)
      .first()
      .waitFor();
    await home.getByRole('button', { name: 'Open' }).first().waitFor();
    await home.getByText(/\d+ errors?: /).waitFor();
    await home.getByText('To look into: 1').waitFor();
    await home.getByRole('button', { name: 'Explain an error' }).click();
    await dialog().getByText('What did you get?').waitFor();
    await close();
  });

  it('is drawn anew when it is opened again', TIMEOUT, async () => {
    await page
      .getByRole('navigation', { name: /Channels/ })
      .getByRole('button', { name: /Locksmith/ })
      .click();
    await page.getByRole('button', { name: 'Home' }).click();
    const lists = page.getByRole('region', { name: 'Home' }).getByRole('button', { name: 'Open' });
    await lists.first().waitFor();
    const before = await lists.count();
    await page
      .getByRole('navigation', { name: /Channels/ })
      .getByRole('button', { name: /cloud-help/ })
      .click();
    await answer();
    await page
      .getByRole('navigation', { name: /Channels/ })
      .getByRole('button', { name: /Locksmith/ })
      .click();
    await page.getByRole('button', { name: 'Home' }).click();
    await expect.poll(() => lists.count()).toBe(before + 1);
  });

  it('and its dialogs fit a phone without scrolling sideways', TIMEOUT, async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await answer();
    await openDetails(/Why this answer/);
    await dialog().getByText('How sure').waitFor();
    const width = () => page.evaluate<number>('document.documentElement.scrollWidth');
    expect(await width()).toBeLessThanOrEqual(360);
    const box = await dialog().boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
    await close();
  });
});

describe('direct messages with the app', () => {
  it('suggest what to say, and are entitled by the answer', TIMEOUT, async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page
      .getByRole('navigation', { name: /Channels/ })
      .getByRole('button', { name: /Locksmith/ })
      .click();
    const prompts = page.getByRole('list', { name: 'Suggested prompts' });
    await prompts.getByRole('button', { name: 'Explain an error' }).click();
    await thread().getByRole('heading', { name: TITLE, level: 2 }).waitFor();
    await expect.poll(() => page.getByRole('status').filter({ hasText: 'looking it up' }).count()).toBe(0);
  });
});
