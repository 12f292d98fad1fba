import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startBench } from './bench.ts';

function builtPage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'page', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'page', 'assets', 'index-1a2b.js'), 'export {}');
  writeFileSync(join(folder, 'private.txt'), 'not for the page');
  return join(folder, 'page');
}

describe('the page’s files', () => {
  it('are served with their types and nothing foreign allowed', async () => {
    const { url } = await startBench({ pageFolder: builtPage() });
    const page = await fetch(url);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain(
      "default-src 'none'; script-src 'self'; style-src 'self'",
    );
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe');
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('cache-control')).toBe('no-store');
    const script = await fetch(`${url}/assets/index-1a2b.js`);
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('cache-control')).toContain('immutable');
  });

  it.each(['/assets/none.js', '/assets/%2e%2e/%2e%2e/private.txt', '/assets/..%2f..%2fprivate.txt', '/assets/'])(
    'are all there is: %s',
    async path => {
      const { url } = await startBench({ pageFolder: builtPage() });
      expect((await fetch(url + path)).status).toBe(404);
    },
  );

  it('say what to do when the page is not built', async () => {
    const { url } = await startBench({ pageFolder: join(builtPage(), 'nowhere') });
    const page = await fetch(url);
    expect(page.status).toBe(503);
    expect(await page.text()).toContain('npm run build');
  });

  it('leave other paths to others', async () => {
    const { url } = await startBench({ pageFolder: builtPage() });
    for (const path of ['/slack/events', '/healthz', '/api/messages', '/workbenches']) {
      const response = await fetch(url + path, { method: 'POST' });
      expect([path, response.status, response.headers.get('content-security-policy')]).toEqual([path, 404, null]);
    }
  });
});
