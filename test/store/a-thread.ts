// Threads for tests: every field is set, so that a field which the store forgets is noticed.
import type { Place } from '../../src/conversation/chat-event.ts';
import type { Thread } from '../../src/conversation/thread.ts';
import { redact } from '../../src/redaction/redact.ts';
import type { NewJob } from '../../src/store/store.ts';

export const place: Place = {
  surface: 'slack',
  workspace: 'T024BE7LD',
  channel: 'C061EG9SL',
  thread: '1764000000.000100',
};

export const asker = { id: 'U2147483697', name: 'Ada "the O\'Brien" Łukasiewicz' };

export const aThread = (changes: Partial<Thread> = {}): Required<Thread> => ({
  place,
  version: 0,
  state: 'open',
  asker,
  opening: redact('Error loading SSO Token: Token for my-sso does not exist\n\t— “help”, 助けて 🙏 \\ %s $1 ?').text,
  openedAt: 1_764_000_000_000,
  changedAt: 1_764_000_000_500,
  entry: 'aws/sso-session-expired',
  confidence: 0.97,
  evidence: [
    { signature: 'Error loading SSO Token', quote: 'Error loading SSO Token', weight: 2.5 },
    { terms: ['sso', 'token'], quote: 'Token for my-sso', weight: 0.25 },
    { lookAlike: 'aws/expired-token', quote: 'expired', weight: -1.25 },
  ],
  ruledOut: { title: 'Your temporary AWS credentials have run out', quote: 'Error loading SSO Token' },
  candidates: ['aws/expired-token'],
  dismissed: ['aws/no-credentials'],
  ticks: [
    { step: 'session-ended/sign-in', by: { id: 'U1', name: 'Grace' }, at: 1_764_000_000_400 },
    { step: 'session-ended/device-code', by: { id: 'U1', name: 'Grace' }, at: 1_764_000_000_410, skipped: true },
  ],
  reports: [
    { at: 1_764_000_000_300, by: asker, done: [], open: ['session-ended/sign-in'], own: ['session-ended/who-am-i'] },
    {
      at: 1_764_000_000_400,
      by: { id: 'U1', name: 'Grace' },
      done: ['session-ended/sign-in'],
      open: [],
      skipped: ['a'],
    },
  ],
  tried: ['session-ended'],
  focus: 'session-ended/who-am-i',
  advanced: true,
  checklists: 2,
  heard: [{ act: 'step-done', by: 'U1', at: 1_764_000_000_400 }],
  endedBy: asker,
  called: { at: 1_764_000_000_450, by: asker, reminded: true },
  nudgedAt: 1_764_000_000_460,
  pointedTo: '1763999999.000100',
  ...changes,
});

export const aJob = (changes: Partial<NewJob> = {}): NewJob => ({
  key: 'T024BE7LD/Ev061',
  kind: 'event',
  lane: 'slack/T024BE7LD/C061EG9SL/1764000000.000100',
  body: { text: 'redacted', at: 1_764_000_000_000, nested: [null, true, 'é'] },
  dueAt: 100,
  ...changes,
});
