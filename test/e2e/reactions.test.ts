// Reactions and long pastes in a real browser: marks that the bot sets, the emoji that calls it, a snippet that it reads.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { type Opened, openPage, START_MS } from './open-page.ts';

const ERROR =
  'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.';
const TEST_MS = { timeout: 30_000 };

let opened: Opened;
let page: Page;

beforeAll(async () => {
  opened = await openPage();
  page = opened.page;
}, START_MS);
afterAll(() => opened.close());

const write = async (into: RegExp, text: string): Promise<void> => {
  const box = page.getByRole('textbox', { name: into });
  await box.fill(text);
  await box.press('Enter');
};

const thread = (): Locator => page.getByRole('complementary', { name: /thread/i });
const messageWith = (text: string): Locator =>
  page.getByRole('main').getByTestId('message').filter({ hasText: text }).first();
const reaction = (message: Locator, name: string): Locator => message.getByRole('button', { name: `${name}, ` });

describe('the workbench', () => {
  it('shows that a message was seen, and that it is solved for as long as it is', TEST_MS, async () => {
    await write(/#cloud-help/, ERROR);
    await reaction(messageWith(ERROR), 'eyes').waitFor();
    await write(/reply/i, 'that fixed it');
    await reaction(messageWith(ERROR), 'white check mark').waitFor();
    await write(/reply/i, 'it’s back, the same error again');
    await reaction(messageWith(ERROR), 'white check mark').waitFor({ state: 'detached' });
  });

  it('calls the bot to a message that it left alone, with an emoji', TEST_MS, async () => {
    const said = 'look what the cat brought in';
    await write(/#cloud-help/, said);
    const message = messageWith(said);
    await message.hover();
    await message.getByRole('button', { name: 'Add a reaction' }).click();
    await page.getByRole('menuitem', { name: /^🔑/ }).click();
    await message.getByText('1 reply').waitFor();
    await message.getByText('1 reply').click();
    await thread().getByText('I don’t know this one').waitFor();
    await reaction(message, 'key').click();
    await reaction(message, 'key').waitFor({ state: 'detached' });
  });

  it('reads a long paste, which is a file to Slack', TEST_MS, async () => {
    const log = Array.from({ length: 500 }, (_, i) => `12:00:${i % 60} npm info attempt ${i}`);
    await write(/#cloud-help/, [...log, 'AADSTS7000215: Invalid client secret provided.'].join('\n'));
    const message = messageWith('npm info attempt 1');
    await message.getByText(/Text, 501 lines/).waitFor();
    await message.getByText('1 reply').click();
    await thread().getByText('The client secret of your Entra app is wrong').first().waitFor();
  });
});
