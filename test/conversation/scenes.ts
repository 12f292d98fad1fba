// The scenes that are played to golden transcripts: who does what, minute by minute.
import type { Person } from '../../src/conversation/chat-event.ts';
import type { Settings } from '../../src/conversation/turn.ts';
import type { Cue } from './stage.ts';

const ada: Person = { id: 'ada', name: 'Ada' };
const priya: Person = { id: 'priya', name: 'Priya' };
const marek: Person = { id: 'marek', name: 'Marek' };
const lin: Person = { id: 'lin', name: 'Lin' };

const EXPIRED =
  'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.';
const DENIED =
  'An error occurred (AccessDenied) when calling the GetObject operation: User: arn:aws:iam::111122223333:user/build is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::reports/june.csv" because no identity-based policy allows the s3:GetObject action';
const CLOCK =
  'An error occurred (RequestTimeTooSkewed) when calling the ListBuckets operation: The difference between the request time and the current time is too large.';

type Extra = { readonly thread?: string };
const posts = (who: Person, text: string, extra: Extra = {}): Cue => ({ kind: 'posts', who, text, ...extra });
const writes = (who: Person, text: string, extra: Extra = {}): Cue => ({ kind: 'writes', who, text, ...extra });
const asks = (who: Person, text: string, extra: Extra = {}): Cue => ({ kind: 'asks', who, text, ...extra });
const presses = (who: Person, label: string, extra: Extra = {}): Cue => ({ kind: 'presses', who, label, ...extra });
const ticks = (
  who: Person,
  steps: readonly number[],
  extra: { unseen?: readonly number[]; entry?: string } = {},
): Cue => ({ kind: 'ticks', who, steps, ...extra });
const waits = (hours: number): Cue => ({ kind: 'waits', hours });

export type Scene = {
  readonly name: string;
  readonly title: string;
  readonly settings?: Partial<Settings>;
  readonly cues: readonly Cue[];
};

export const SCENES: readonly Scene[] = [
  {
    name: 'two-people-tick',
    title: 'Two people share a checklist, one skips a step, and it works',
    cues: [
      posts(ada, EXPIRED),
      ticks(ada, [1]),
      ticks(priya, [2], { unseen: [1] }),
      writes(ada, 'actually 2 isn’t done'),
      writes(priya, 'skip 3'),
      writes(ada, 'did 2 and 4'),
      writes(ada, 'done 99'),
      writes(priya, 'brb, lunch'),
      writes(ada, 'stuck at the sixth one'),
      writes(ada, 'what’s left?'),
      presses(priya, 'It works now'),
      presses(ada, 'It works now'),
    ],
  },
  {
    name: 'still-stuck-to-the-end',
    title: 'Still stuck until nothing is left: cause after cause, then deeper, then people, and never the same twice',
    settings: { escalateTo: 'platform-on-call' },
    cues: [
      posts(ada, EXPIRED),
      ticks(ada, [1]),
      presses(ada, 'Still stuck'),
      writes(ada, 'nope, same error'),
      writes(ada, 'still stuck'),
      presses(ada, 'Still stuck'),
      presses(ada, 'Still stuck'),
      writes(ada, 'still stuck'),
      writes(ada, 'still stuck'),
    ],
  },
  {
    name: 'questions',
    title: 'Questions: answered, offered, or left to people',
    cues: [
      posts(ada, EXPIRED),
      writes(ada, 'how long do these tokens live?'),
      writes(priya, '@Marek did you rotate the keys last week?'),
      asks(ada, 'permanent keys, hm'),
      presses(ada, 'Should I use permanent access keys instead?'),
      asks(ada, 'what do you think of the new canteen?'),
      writes(ada, 'can the token be bound to an ip address?'),
      presses(ada, 'Questions people ask'),
      writes(ada, 'question 2'),
      writes(ada, 'question 40'),
      presses(priya, 'Why this answer, all steps'),
    ],
  },
  {
    name: 'not-my-problem',
    title: 'The match was wrong, and the next guesses too',
    settings: { escalateTo: 'platform-on-call' },
    cues: [
      posts(ada, EXPIRED),
      presses(ada, 'Not my problem'),
      writes(ada, 'choose 1'),
      writes(ada, 'that’s not my issue'),
      presses(ada, 'None of these'),
      presses(ada, 'Ask a person'),
      presses(ada, 'Ask a person'),
      presses(priya, 'Ask a person'),
    ],
  },
  {
    name: 'another-provider',
    title: 'It is another provider than it seemed',
    cues: [
      posts(ada, 'error: You must be logged in to the server (Unauthorized)'),
      writes(ada, 'no, it’s azure, an AKS cluster'),
      writes(priya, 'done 1 and 3'),
      writes(ada, 'that was it, works now'),
    ],
  },
  {
    name: 'a-new-error',
    title: 'The fix uncovers the next problem',
    cues: [
      posts(ada, EXPIRED),
      writes(ada, 'did 1-3'),
      writes(ada, `progress! now it says: ${DENIED}`),
      ticks(ada, [1, 2], { entry: 'aws/expired-token' }),
      writes(marek, 'granted you read on the bucket, try again'),
      writes(ada, 'that fixed it, thank you!'),
    ],
  },
  {
    name: 'an-outage',
    title: 'One outage, many people',
    settings: { escalateTo: 'platform-on-call' },
    cues: [
      posts(ada, EXPIRED, { thread: '1' }),
      posts(priya, EXPIRED, { thread: '2' }),
      posts(lin, EXPIRED, { thread: '3' }),
      posts(marek, EXPIRED, { thread: '4' }),
      writes(lin, 'show steps', { thread: '3' }),
    ],
  },
  {
    name: 'quiet-hours-pass',
    title: 'Nobody writes; it comes back later',
    cues: [
      posts(ada, EXPIRED),
      ticks(ada, [1]),
      waits(4),
      presses(ada, 'It works now'),
      writes(ada, 'it’s back :('),
      waits(24),
      waits(168),
      ticks(priya, [1, 2]),
    ],
  },
  {
    name: 'outside-working-hours',
    title: 'Nobody is called at night without being asked for',
    settings: {
      escalateTo: 'platform-on-call',
      hours: { from: '10:30', to: '18:00', zone: 'Europe/Berlin', days: ['mon', 'tue', 'wed', 'thu', 'fri'] },
    },
    cues: [
      posts(ada, EXPIRED),
      writes(ada, 'don’t page anyone yet'),
      writes(ada, 'can somebody from platform look at this?'),
      presses(ada, 'Call them anyway'),
      writes(ada, 'ask a person'),
    ],
  },
  {
    name: 'what-did-you-see',
    title: 'What one sees leads on, and everything can be typed',
    cues: [
      posts(ada, EXPIRED),
      presses(ada, 'shared-credentials-file'),
      writes(ada, 'help'),
      writes(lin, 'help'),
      writes(ada, 'help 1'),
      writes(ada, 'saw 3'),
      writes(ada, 'saw 9'),
      presses(ada, 'Advanced fixes'),
      writes(ada, 'help 9'),
      writes(ada, 'saw 1'),
      writes(ada, 'related'),
      presses(ada, 'Related problems'),
      writes(ada, 'share'),
    ],
  },
  {
    name: 'edited-and-deleted',
    title: 'The opening message is edited, then deleted',
    cues: [
      posts(ada, EXPIRED),
      { kind: 'edits', who: ada, text: `${EXPIRED} (since lunch)` },
      { kind: 'edits', who: ada, text: CLOCK },
      presses(ada, 'Ask a person'),
      { kind: 'deletes', who: ada },
      writes(ada, 'did 1'),
    ],
  },
];
