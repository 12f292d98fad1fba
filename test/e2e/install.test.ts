// Installing in a real browser: its cookie goes along from one site to another and back, and serves once.
import chromiumPackage from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AnApp, startApp } from '../surfaces/slack/installing/an-app.ts';

const LONG_MS = 60_000;

let app: AnApp;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  app = await startApp();
  browser = await chromium.launch({
    args: [...chromiumPackage.args, '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    executablePath: await chromiumPackage.executablePath(),
    headless: true,
  });
  page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const back = `${app.url.replace('127.0.0.1', 'localhost')}/slack/oauth_redirect`;
  // Slack's consent page, as far as a browser sees it: another site, with a link back.
  await page.route('https://slack.com/oauth/**', async route => {
    const state = new URL(route.request().url()).searchParams.get('state') ?? '';
    const query = new URLSearchParams({ code: app.slack.consent({ id: 'T1' }), state });
    await route.fulfill({ contentType: 'text/html', body: `<a href="${back}?${query}">Allow</a>` });
  });
}, LONG_MS);
afterAll(async () => {
  await browser.close();
  await app.stop();
});

const title = () => page.locator('h1').textContent();

it('leads from our page through Slack back to ours, and shows the workspace’s name as text', async () => {
  const errors: string[] = [];
  page.on('console', message => void errors.push(message.text()));
  await page.goto(`${app.url.replace('127.0.0.1', 'localhost')}/slack/install`);
  await page.getByRole('link', { name: 'Add to Slack' }).click();
  await page.getByRole('link', { name: 'Allow' }).click();
  expect(await title()).toBe('Locksmith is installed in <b>T1</b>');
  expect(errors).toEqual([]);
  expect(await app.say('T1', 'hello')).toMatchObject({ kind: 'posted' });
});

it('does not install a second time by going back, and leads to a new beginning', async () => {
  await page.goBack();
  await page.getByRole('link', { name: 'Allow' }).click();
  expect(await title()).toBe('This link does not serve any more');
  await page.getByRole('link', { name: 'Start again' }).click();
  expect(await title()).toBe('Install Locksmith');
});
