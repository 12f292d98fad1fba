// Dies in the way that its first argument names, with what WHAT holds in its error's message.
import { ownSecrets } from '../../../src/service/config/secrets.ts';
import { reportCrashes } from '../../../src/service/report/crash.ts';
import { createSecondNet } from '../../../src/service/report/second-net.ts';

const what = process.env['WHAT'] ?? '';

const WAYS: Readonly<Record<string, () => unknown>> = {
  throws: () => {
    throw new TypeError(`cannot read ${what}`);
  },
  'throws later': () => setImmediate(() => WAYS['throws']?.()),
  rejects: () => Promise.reject(new Error(what, { cause: new Error(what) })),
  'rejects with words': () => Promise.reject(what),
  'rejects with an object': () => Promise.reject({ what }),
  'throws words': () => {
    throw what;
  },
  'looks like frames': () => {
    throw new Error(`boom\n    at ${what} (file:///app/${what}.ts:1:1)`);
  },
  'has a name of its own': () => {
    throw Object.assign(new Error('boom'), { name: what, code: what });
  },
};

reportCrashes(createSecondNet(ownSecrets()));
WAYS[process.argv[2] ?? '']?.();
