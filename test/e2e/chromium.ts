// A real browser, from an npm package.
import chromiumPackage from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** Chromium unpacks itself at its first start, which takes some seconds. */
export const START_MS = 60_000;

export const launchChromium = async (): Promise<Browser> =>
  chromium.launch({
    args: [
      ...chromiumPackage.args,
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
    ],
    executablePath: await chromiumPackage.executablePath(),
    headless: true,
  });
