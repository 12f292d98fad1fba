// Entries of our own for golden files, so that these change with the renderer and not with the knowledge.
import type { Entry } from '../../../src/knowledge/entry.ts';

const base = {
  provider: 'acme',
  symptoms: ['Every command fails.'],
  signatures: [{ code: 'ExpiredPass' }],
  escalate: 'The gate itself refuses you.',
  sources: ['https://docs.acme.example/gate'],
  reviewed: '2026-11-23',
  examples: { match: ['ExpiredPass', 'ExpiredPass again'], reject: [{ text: 'a pass' }] },
} as const;

export const EXPIRED: Entry = {
  ...base,
  signatures: [...base.signatures],
  symptoms: [...base.symptoms],
  sources: [...base.sources],
  examples: { match: [...base.examples.match], reject: [...base.examples.reject] },
  id: 'acme/expired-pass',
  title: 'Your pass for the gate has run out',
  answer: 'The pass `{pass}` is older than a day. Fetch a new one.',
  causes: [
    {
      id: 'over',
      title: 'The day is simply over',
      steps: [
        {
          id: 'fetch',
          do: 'Fetch a new pass.',
          run: 'gate fetch --pass {pass}',
          expect: 'It says “fetched”.',
          docs: 'https://docs.acme.example/fetch',
        },
        {
          id: 'look',
          do: 'Look at its date.',
          console: 'Gate, Passes',
          expect: 'It is of today.',
          // biome-ignore lint/suspicious/noThenProperty: the word of the schema; nobody awaits an entry
          outcomes: [{ see: 'It is of yesterday', then: 'clock' }],
        },
      ],
    },
    {
      id: 'clock',
      title: 'The clock is wrong',
      steps: [
        {
          id: 'set',
          do: 'Set the clock.',
          run: 'date -u',
          powershell: 'Get-Date',
          warn: 'Others share it.',
          expect: 'The right time.',
        },
      ],
    },
  ],
  advanced: [
    {
      id: 'gate',
      title: 'The gate is closed',
      steps: [{ id: 'ask', do: 'Ask the gate.', run: 'gate status', expect: 'open' }],
    },
  ],
  faq: [
    { ask: 'How long does a pass last?', answer: 'A day, whatever `--hours` says.' },
    { ask: 'Who may fetch one?', answer: 'Everybody with a badge.' },
  ],
  related: ['acme/no-pass'],
};

export const MISSING: Entry = {
  ...EXPIRED,
  id: 'acme/no-pass',
  title: 'You have no pass at all',
  answer: 'Nobody has given you one. Ask for it.',
  related: ['acme/expired-pass'],
};
