// The road in a real browser: paste an error, read the answer, tick, ask, solve.
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

const folder = mkdtempSync(join(tmpdir(), 'locksmith-'));
let app: App;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const config = {
    ...BARE_CONFIG,
    log: 'warn' as const,
    dataFolder: folder,
  };
  app = await createApp(config, createLog('warn'));
  browser = await launchChromium();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(app.kind === 'running' ? `http://localhost:${app.port}/` : '');
}, START_MS);

afterAll(async () => {
  await browser.close();
  if (app.kind === 'running') await app.stop();
  rmSync(folder, { recursive: true });
});

const write = async (into: RegExp, text: string): Promise<void> => {
  const box = page.getByRole('textbox', { name: into });
  await box.fill(text);
  await box.press('Enter');
};

const thread = () => page.getByRole('complementary', { name: /thread/i });

describe('the workbench', () => {
  it('walks a pasted error to its end', { timeout: 30_000 }, async () => {
    await write(/#cloud-help/, ERROR);
    await thread().getByText('Your temporary AWS credentials have run out').waitFor();

    await thread().getByRole('checkbox').first().click();
    await thread()
      .getByText(/Checklist · 1 of \d+ done/)
      .waitFor();
    expect(await thread().getByRole('checkbox').first().isChecked()).toBe(true);

    await write(/reply/i, 'how long do these tokens live?');
    await thread()
      .getByText(/1 hour/)
      .first()
      .waitFor();

    await write(/reply/i, 'that fixed it');
    await thread()
      .getByText(/Solved\. Marked by You\./)
      .waitFor();
  });

  it('keeps quiet about chatter', { timeout: 30_000 }, async () => {
    await write(/#cloud-help/, 'lunch anyone?');
    await write(/#cloud-help/, 'AADSTS7000215: Invalid client secret provided.');
    const channel = page.getByRole('article').filter({ hasNot: thread() });
    await channel.filter({ hasText: 'AADSTS7000215' }).getByText('1 reply').first().waitFor();
    expect(await channel.filter({ hasText: 'lunch anyone?' }).getByText(/repl/).count()).toBe(0);
  });

  it('fits a phone without scrolling sideways', { timeout: 30_000 }, async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(360);
  });
});
