// The workbench of a running Locksmith in a real browser. Chromium comes from an npm package, and unpacks itself first.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromiumPackage from '@sparticuz/chromium';
import { chromium, type Page } from 'playwright-core';
import { createApp } from '../../src/service/app.ts';
import { createLog } from '../../src/service/report/log.ts';
import { BARE_CONFIG } from '../service/bare-config.ts';

/** Chromium's first start takes some seconds. */
export const START_MS = 60_000;

const SWITCHES = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];

export type Opened = { readonly page: Page; readonly close: () => Promise<void> };

export async function openPage(): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'locksmith-'));
  const config = {
    ...BARE_CONFIG,
    log: 'warn' as const,
  };
  const app = await createApp({ ...config, dataFolder: folder }, createLog('warn'));
  const browser = await chromium.launch({
    args: [...chromiumPackage.args, ...SWITCHES],
    executablePath: await chromiumPackage.executablePath(),
    headless: true,
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(app.kind === 'running' ? `http://localhost:${app.port}/` : '');
  return {
    page,
    close: async () => {
      await browser.close();
      if (app.kind === 'running') await app.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
