// Every sentence that the bot says by itself, in one place, ready to be said in another language.

const plural = new Intl.PluralRules('en');
const count = (n: number, one: string, other: string): string => `${n} ${plural.select(n) === 'one' ? one : other}`;
const list = new Intl.ListFormat('en', { type: 'conjunction' });
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });
const time = (at: number): string => new Date(at).toISOString().slice(11, 16);

export const TEXTS = {
  sure: (confidence: number): string => `Sure (${percent.format(Math.min(0.99, confidence))})`,
  becauseOf: 'because of',
  becauseOfWords: (terms: readonly string[]): string => `because you speak of ${list.format(terms)}`,
  and: 'and',
  likelyCauses: 'Likely causes, the most frequent first',
  checklist: (done: number, of: number): string => `Checklist · ${done} of ${of} done`,
  tickedBy: (name: string, at: number): string => `${name}, ${time(at)} UTC`,
  solvedBy: (name: string): string => `Solved. Marked by ${name}.`,
  solved: (name: string): string =>
    `Glad it works. I have marked this thread as solved, ${name}. If it comes back, write “it’s back” here.`,
  allDone: 'All steps are done. Does it work now?',
  documentation: (host: string): string => `Documentation (${host})`,
  warning: 'Careful:',
  console: 'In the console:',
  powershell: 'PowerShell:',
  hint: 'Tick here or type it: “done 2”, “stuck at 3”, or just ask. Everyone in the thread shares this list.',
  buttons: {
    solved: 'It works now',
    stillStuck: 'Still stuck',
    notMyProblem: 'Not my problem',
    askAPerson: 'Ask a person',
    advanced: 'Advanced fixes',
    questions: 'Questions people ask',
    related: 'Related problems',
    noneOfThese: 'None of these',
    share: 'Share in the channel',
  },
  whichOne: 'This looks like a credential error, and it could be one of these. Which one fits?',
  otherCandidates: 'Then it may be one of these. Which one fits?',
  unknown: 'I don’t know this one. The general path below finds most credential problems; a person can look as well.',
  notRecognised:
    'I could not recognise a credential error in that. Paste the whole output of the failing command, or ask a person.',
  generalPath: 'The general path',
  ticked: (numbers: readonly number[], done: number, of: number): string =>
    `Ticked ${count(numbers.length, 'step', 'steps')} (${list.format(numbers.map(String))}). ${done} of ${of} done.`,
  unticked: (numbers: readonly number[]): string => `Step ${list.format(numbers.map(String))}: open again.`,
  noSuchStep: (of: number): string => `The list has ${count(of, 'step', 'steps')}.`,
  nextStep: (number: number): string => `Next is step ${number}.`,
  nextCause: 'Then it may be another cause:',
  advancedNow: 'The usual causes are through. These fixes go deeper:',
  nothingLeft: 'I have no further step for this. A person should look now.',
  noOtherCandidates: 'Then I don’t know what it is. Paste the newest error in full, or ask a person.',
  handedOver: 'I am handing this over. What is known so far:',
  nobodyNamed:
    'No on-call group is named for this channel, so I have called nobody. What is known so far, for whoever looks at it:',
  tried: (steps: readonly string[]): string =>
    steps.length > 0 ? `Done: ${steps.join('; ')}` : 'No step is ticked yet.',
  whenToEscalate: 'When to hand over:',
  steps: 'The checklist as it stands:',
  reopened: 'Open again. Let us go on with the next cause.',
  questionsOf: (title: string): string => `Questions people ask about “${title}”`,
  relatedTo: (title: string): string => `Related to “${title}”`,
  nothingRelated: 'No other problem is related to this one.',
  dontKnow: 'I don’t have an answer to that. Somebody here may know.',
  secretSeen: (kinds: readonly string[]): string =>
    `I saw what looks like a live secret in your message (${list.format(kinds)}). Delete the message, then revoke and replace the secret: whoever read the channel may have it.`,
  endingIn: (four: string): string => `ending in ${four}`,
  help: [
    '`/creds <error>`: explain an error, only to you',
    '`/creds show <id>`: one entry, for example `aws/expired-token`',
    '`/creds list [provider]`: all entries',
    '`/creds search <words>`: find an entry',
    'In a thread: “done 2”, “undo 2”, “help 3”, “show steps”, “solved”, “still stuck”, “not my problem”, “ask a person”, or just ask.',
  ],
  helpTitle: 'What I understand',
  noSuchEntry: (id: string): string => `There is no entry ${id}. Try “/creds search” with a few words.`,
  nothingFound: (words: string): string => `Nothing found for “${words}”.`,
  found: (n: number): string => count(n, 'entry', 'entries'),
} as const;
