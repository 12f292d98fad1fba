// Script in every field that the page shows, in a real browser: what people and the bot write is drawn as the text that it is.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CHANNEL, type Json, startBench, YOU } from '../surfaces/workbench/bench.ts';
import { launchChromium, START_MS } from './chromium.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
}, START_MS);

afterAll(() => browser.close());

/** Each would leave a mark on the page, if it were run; `field` tells where it stood. */
const evil = (field: string): string =>
  `${field}"><img src=x onerror="window.ran='${field}'"><script>window.ran='${field}'</script>{{7*7}}`;
const PROGRAM = "javascript:window.ran='address'";

const plain = (field: string): Json => ({ type: 'plain_text', text: evil(field).slice(0, 150) });
const mrkdwn = (field: string): Json => ({ type: 'mrkdwn', text: `*${evil(field)}* <${PROGRAM}|${field}>` });
const option = (field: string): Json => ({
  text: { type: 'plain_text', text: `<img src=x onerror=window.ran=1>${field}` },
  value: field,
  description: { type: 'plain_text', text: `<svg onload=window.ran=1>${field}` },
});

const BLOCKS: readonly Json[] = [
  { type: 'header', text: plain('header') },
  { type: 'section', text: mrkdwn('section'), fields: [mrkdwn('field'), plain('plain field')] },
  { type: 'context', elements: [mrkdwn('context'), { type: 'image', image_url: PROGRAM, alt_text: evil('alt') }] },
  { type: 'image', image_url: PROGRAM, alt_text: evil('picture'), title: plain('picture title') },
  {
    type: 'actions',
    elements: [
      {
        type: 'button',
        action_id: 'b',
        text: { type: 'plain_text', text: '<img src=x onerror=window.ran=1>press' },
        url: PROGRAM,
      },
      { type: 'checkboxes', action_id: 'c', options: [option('checkbox')] },
      { type: 'overflow', action_id: 'o', options: [option('one'), option('other')] },
      { type: 'static_select', action_id: 's', placeholder: plain('placeholder'), options: [option('choice')] },
    ],
  },
  {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: evil('rich text'), style: { bold: true } },
          { type: 'link', url: PROGRAM, text: evil('rich link') },
          { type: 'emoji', name: 'img src=x onerror=window.ran=1' },
          { type: 'user', user_id: '<img src=x onerror=window.ran=1>' },
        ],
      },
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: evil('code') }] },
      { type: 'rich_text_quote', elements: [{ type: 'text', text: evil('quotation') }] },
    ],
  },
];

/** What people can type: every mark that the page draws, and a paste so long that it becomes a file. */
const TYPED: readonly string[] = [
  evil('message'),
  `\`${evil('code span')}\` \`\`\`${evil('code block')}\`\`\` *${evil('bold')}* _${evil('italic')}_ ~${evil('struck')}~`,
  `> ${evil('quoted')}`,
  `<${PROGRAM}|${evil('link')}> <${PROGRAM}> <https://a.example/"onmouseover="window.ran=1|x> https://a.example/"onclick="window.ran=1`,
  `<@${evil('person')}> <#${evil('channel')}|${evil('label')}> <!subteam^${evil('group')}> <!here|${evil('here')}> :"><img src=x>:`,
  `${evil('snippet')}\n`.repeat(400),
];

const RAN = 'window.ran ?? null';
const FOREIGN = `[...document.querySelectorAll('*')].filter(one => one.tagName === 'SCRIPT' && !one.src || [...one.attributes].some(({ name, value }) => name.startsWith('on') || (name !== 'title' && /^javascript:/i.test(value)))).map(one => one.outerHTML.slice(0, 200))`;

/** Everything that could have been run has had its chance: pictures that fail have failed. */
const settled = (page: Page): Promise<unknown> =>
  page.evaluate('Promise.all([...document.images].map(image => image.decode().catch(() => {})))');

it('runs nothing of what is written, and makes no element of it', { timeout: START_MS }, async () => {
  const bench = await startBench();
  for (const text of TYPED)
    expect(await bench.page('message', { channel: CHANNEL, text })).toMatchObject({ status: 200 });
  const posted = await bench.api('chat.postMessage', { channel: CHANNEL, text: evil('fallback'), blocks: BLOCKS });
  expect(posted).toMatchObject({ ok: true });
  const whispered = { channel: CHANNEL, user: YOU, text: evil('ephemeral') };
  expect(await bench.api('chat.postEphemeral', whispered)).toMatchObject({ ok: true });
  const home = { type: 'home', blocks: BLOCKS };
  expect(await bench.api('views.publish', { user_id: YOU, view: home })).toMatchObject({ ok: true });

  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const errors: string[] = [];
  page.on('dialog', dialog => void dialog.dismiss().then(() => errors.push('a dialog')));
  await page.goto(bench.url);
  await page.getByText('rich text">').first().waitFor();
  await settled(page);
  expect(await page.evaluate(RAN)).toBeNull();
  expect(await page.evaluate(FOREIGN)).toEqual([]);

  await page.getByRole('button', { name: /press/ }).first().click();
  await page.getByText('snippet">').first().click();
  const chats = page.getByRole('navigation').getByRole('button', { name: 'Locksmith' });
  await chats.last().click();
  await page.getByRole('button', { name: 'Home', exact: true }).click();
  await page.getByRole('region', { name: 'Home' }).waitFor();
  await page.getByRole('region', { name: 'Home' }).getByText('header">').waitFor();
  await settled(page);
  expect(await page.evaluate(RAN)).toBeNull();
  expect(await page.evaluate(FOREIGN)).toEqual([]);
  expect(errors).toEqual([]);
  await page.close();
});
