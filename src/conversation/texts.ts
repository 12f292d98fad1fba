// Every sentence that the bot says by itself, in one place, ready to be said in another language.

const plural = new Intl.PluralRules('en');
const count = (n: number, one: string, other: string): string => `${n} ${plural.select(n) === 'one' ? one : other}`;
// British lists: no comma before the last "and".
const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const either = new Intl.ListFormat('en-GB', { type: 'disjunction' });
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });
const time = (at: number): string => new Date(at).toISOString().slice(11, 16);

// Made when a date is shown: the calendar takes longer to load than everything else here.
const day = (at: number): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(at);

const WEEK = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** "Mon to Fri" where days follow each other, else each by its name. */
function weekdays(days: readonly string[]): string {
  const named = WEEK.filter(name => days.includes(name.toLowerCase()));
  const isRun = named.length > 2 && WEEK.join().includes(named.join());
  return isRun ? `${named[0]} to ${named.at(-1)}` : list.format(named);
}

/** "Step 2 is", "Steps 2 and 4 are" */
const steps = (numbers: readonly number[]): string =>
  `${plural.select(numbers.length) === 'one' ? 'Step' : 'Steps'} ${list.format(numbers.map(String))} ${plural.select(numbers.length) === 'one' ? 'is' : 'are'}`;

/** Confidence is a probability: at 0.9 nine in ten are right, at 0.5 every other one. */
const sureness = (confidence: number): string =>
  confidence >= 0.9 ? 'Sure' : confidence >= 0.65 ? 'Probably' : 'Perhaps';

export const TEXTS = {
  sure: (confidence: number): string => `${sureness(confidence)} (${percent.format(Math.min(0.99, confidence))})`,
  becauseOf: 'because of',
  becauseOfWords: (terms: readonly string[]): string => `because you speak of ${list.format(terms)}`,
  notBecauseOf: (title: string): string => `Not “${title}”, because of`,
  and: 'and',
  likelyCauses: 'Likely causes, the most frequent first',
  checklist: (done: number, of: number, skipped: number): string =>
    `Checklist · ${done} of ${of} done${skipped > 0 ? `, ${skipped} skipped` : ''}`,
  tickedBy: (name: string, at: number): string => `${name}, ${time(at)} UTC`,
  skippedBy: (name: string, at: number): string => `Does not apply: ${name}, ${time(at)} UTC`,
  solvedBy: (name: string): string => `Solved. Marked by ${name}.`,
  solved: (name: string): string =>
    `Glad it works. I have marked this thread as solved, ${name}. If it comes back, write “it’s back” here.`,
  allDone: 'All steps are done. Does it work now?',
  documentation: (host: string): string => `Documentation (${host})`,
  warning: 'Careful:',
  console: 'Where:',
  expected: 'You should see:',
  powershell: 'PowerShell:',
  hint: 'Tick here or type it: “done 2”, “help 3”, or just ask; “help” lists the rest. Everyone in the thread shares this list.',
  buttons: {
    solved: 'It works now',
    stillStuck: 'Still stuck',
    notMyProblem: 'Not my problem',
    askAPerson: 'Ask a person',
    advanced: 'Advanced fixes',
    questions: 'Questions people ask',
    related: 'Related problems',
    details: 'Why this answer, all steps',
    allSteps: 'All steps in full',
    showAnswer: 'Answer',
    thisOne: 'This one',
    addToList: 'Add to the checklist',
    openHere: 'Open the checklist here',
    noneOfThese: 'None of these',
    share: 'Share in the channel',
    callAnyway: 'Call them anyway',
  },
  /** What pages are called: Slack takes 24 characters. */
  pages: {
    questions: 'Questions people ask',
    related: 'Related problems',
    advanced: 'Advanced fixes',
    details: 'Why this answer',
    allSteps: 'All steps in full',
    home: 'Home',
  },
  /** `chance`: that it is one of them. */
  whichOne: (chance: number): string =>
    chance >= 0.5
      ? 'This looks like a credential error, and it could be one of these. Which one fits?'
      : 'I am not sure that I know this one. Is it one of these?',
  otherCandidates: 'Then it may be one of these. Which one fits?',
  /** All three name the general path by its title, as its button does. */
  unknown: (path: string): string =>
    `I don’t know this one. “${path}” goes through what is behind most credential problems; a person can look as well.`,
  /** To a few words that may mean anything. */
  tooLittle: (path: string): string =>
    `That alone can mean many things. Paste the whole output of the failing command. “${path}” goes through what is behind most credential problems; a person can look as well.`,
  notRecognised:
    'I could not recognise a credential error in that. Paste the whole output of the failing command, or ask a person.',
  ticked: (numbers: readonly number[]): string => `${steps(numbers)} done.`,
  skipped: (numbers: readonly number[]): string => `${steps(numbers)} skipped.`,
  unticked: (numbers: readonly number[]): string => `${steps(numbers)} open again.`,
  noSuchStep: (numbers: readonly number[], of: number): string =>
    `There is no step ${either.format(numbers.map(String))}: the list has ${count(of, 'step', 'steps')}.`,
  nextStep: (number: number, what: string): string => `Next is step ${number}: ${what}`,
  nextCause: 'Then let us look at another cause:',
  advancedNow: 'The usual causes are through. This goes deeper:',
  nothingLeft: 'I have no further step for this. A person should look now.',
  wentOn: 'The list goes on further down in this thread.',
  putAside: 'Put aside: a newer checklist follows further down in this thread.',
  notThisOne: (name: string): string => `Put aside: this is not the problem, says ${name}.`,
  notOfProvider: (path: string): string =>
    `Then I am not sure what it is. Paste the whole error as that provider words it, or take “${path}”; a person can look as well.`,
  noOtherCandidates: 'Then I don’t know what it is. Paste the newest error in full, or ask a person.',
  handedOver: 'could you look at this, please? What is known so far:',
  handedOverAlone: 'Handed over to the people on call, with what is known so far.',
  outsideHours: (days: readonly string[], from: string, to: string, zone: string): string =>
    `It is outside the hours in which people are called for this channel (${weekdays(days)}, ${from} to ${to}, ${zone}). It can wait until then, or I call them now.`,
  calledAlready: (at: number): string =>
    `This was handed over at ${time(at)} UTC, and the summary stands above. If the error reads differently by now, paste the new one in full.`,
  thisThread: 'Link to this thread',
  nobodyNamed:
    'No on-call group is named for this channel, so I have called nobody. What is known so far, for whoever looks at it:',
  tried: (done: readonly string[], skipped: readonly string[]): string =>
    [
      ...(done.length > 0 ? [`Done: ${done.join('; ')}.`] : []),
      ...(skipped.length > 0 ? [`Does not apply: ${skipped.join('; ')}.`] : []),
    ].join(' '),
  ruledOut: (titles: readonly string[]): string => `Ruled out: ${titles.join('; ')}.`,
  nothingTried: 'No step is ticked yet.',
  whenToEscalate: 'When to hand over:',
  steps: 'The checklist as it stands:',
  reopened: 'So it is back; this is open again. Let us look at another cause:',
  reopenedDeeper: 'So it is back; this is open again. The usual causes are through, and this goes deeper:',
  nudge: (name: string | undefined, done: number, of: number): string =>
    `${name === undefined ? 'Does' : `${name}, does`} it work by now? The checklist stands at ${done} of ${of}.`,
  sameAsThere: 'Several people have this error right now, so it is probably one outage. Please follow',
  firstThread: 'the first thread about it',
  stillHere: 'If yours turns out to be different, write “show steps” here.',
  outage: (people: number, minutes: number): string =>
    `This looks like one outage: ${count(people, 'person', 'people')} had the same error here within ${count(minutes, 'minute', 'minutes')}. The others:`,
  threadOf: (name: string | undefined): string => (name === undefined ? 'one more thread' : `${name}’s thread`),
  mayNotPost:
    'I may not write in that channel, so I could not answer you there. Send me the same as a direct message and I answer here. What is in the way stands in my log, for whoever looks after me.',
  unread: (files: number): string =>
    `I could not read the ${files > 1 ? 'files' : 'file'} that came with this. I read text files of up to 1 MB; otherwise, please paste the lines that matter.`,
  openingGone: 'The message that this answered was deleted, and what I had stored of it is gone too.',
  noThread: (word: string): string =>
    `That belongs in the thread of a checklist, and there is none here. \`${word} mine\` lists yours; for a new error, paste all of it.`,
  noChecklist: 'There is no checklist in this thread yet. Choose one of the problems above, or paste the whole error.',
  entryGone: (entry: string): string =>
    `The entry ${entry} that this came from is no longer in the knowledge base. Paste the error once more, or ask a person.`,
  staleCard:
    'That belonged to an earlier state of this thread, so I left everything as it is. “show steps” shows where it stands.',
  noSuchChoice: 'There is no such choice here. “help” lists what I understand.',
  noAdvanced: 'There are no advanced fixes for this one.',
  saidOf: (title: string): string => `This is about “${title}”:`,
  nearestQuestions: 'I am not sure that I have an answer to that. Is it one of these?',
  questionsOf: (title: string): string => `Questions people ask about “${title}”`,
  relatedTo: (title: string): string => `Related to “${title}”`,
  nothingRelated: 'No other problem is related to this one.',
  dontKnow: 'I don’t have an answer to that. Somebody here may know.',
  secretSeen: (kinds: readonly string[]): string =>
    `I saw what looks like a live secret in your message (${list.format(kinds)}). Whoever read it may have it, so it must be revoked and replaced.`,
  secretSeenAlone: (kinds: readonly string[]): string =>
    `I saw what looks like a live secret in your command (${list.format(kinds)}). Nobody else here saw it, but it has left your hands: revoke and replace it.`,
  secretGiven: (kinds: readonly string[]): string =>
    `That holds what looks like a live secret (${list.format(kinds)}). If anybody else can see it, revoke and replace it:  locksmith knowledge show general/secret-exposed`,
  eraseMessage: 'Delete your message (its ⋯ menu, Delete), and any file that came with it. I cannot do that for you.',
  secretReported: (kinds: readonly string[]): string => `A live secret was pasted (${list.format(kinds)})`,
  inThisThread: 'in this thread',
  inACommand: 'in a command that only its author saw',
  secretReportedHow: 'Its author was told privately how to revoke it. I have kept nothing of it.',
  more: (n: number): string => `${n} more`,
  endingIn: (four: string): string => `ending in ${four}`,
  help: (word: string, hasForm: boolean): readonly string[] => [
    ...(hasForm ? [`\`${word}\`: a form to paste an error into`] : []),
    `\`${word} <error>\`: explain an error, only to you`,
    `\`${word} show <id>\`: one entry, for example \`aws/expired-token\``,
    `\`${word} list [provider]\`: all entries`,
    `\`${word} search <words>\`: find an entry`,
    `\`${word} mine\`: your open checklists; \`${word} stats\`: this channel’s last week`,
    'In a thread, what “help” lists there, or just ask.',
  ],
  helpMaintainers: (word: string): readonly string[] => [
    `\`${word} gaps\`: what nobody could answer here lately`,
    `\`${word} watch on|errors|mention|off\`: when I speak in this channel`,
  ],
  onlyMaintainers: 'Only maintainers can do that.',
  theyAre: 'They are:',
  noMaintainers:
    'Only maintainers can do that, and nobody is named yet: “maintainers” in locksmith.yaml takes people’s ids.',
  onlyInChannel: 'That is about a channel, so give the command there.',
  watched: (how: string): string => `In this channel ${how}.`,
  watchedNow: (how: string): string => `From now on, in this channel ${how}.`,
  watchSet: (name: string, at: number): string => `So set by ${name} on ${day(at)}.`,
  noSuchWay: (word: string): string => `“${word}” is none of the ways to watch a channel.`,
  /** Each goes on from “in this channel”. */
  listens: {
    all: 'I speak at every message that may be a credential error, as if it were meant for me',
    errors: 'I speak at a credential error that I am sure of',
    mention: 'I speak only when I am called',
    off: 'I never speak',
  },
  asConfigured: 'as configured',
  gapsTitle: (days: number): string => `What I could not answer here, the last ${days} days`,
  noGaps: (days: number): string => `Everything that was asked here in the last ${days} days had an answer.`,
  timesLast: (n: number, at: number): string => `${count(n, 'time', 'times')}, last on ${day(at)}`,
  fellShort: 'Answers that did not do: handed over, given up, or not the problem.',
  failedOf: (failed: number, of: number): string => `${failed} of ${of}`,
  closeGaps: 'An entry of your own closes a gap: “locksmith knowledge new” begins one.',
  typed: [
    '“done 2”, “undo 2”, “skip 3” (it does not apply here); several at once work too: “done 1-3”',
    '“help 3”: step 3 in full; “show steps”: where the list stands; “saw 2”: the second thing to see at the open step',
    '“solved”, “still stuck”, “not my problem”, “ask a person”',
    '“advanced”: fixes that go deeper; “questions”: what people ask; “related”: problems near this one; “why this answer”: the reasons, and all steps',
    '“choose 1”, “question 2”, “none of these”: instead of the buttons under a choice',
    '“share”: this answer in the channel; “help”: this list',
  ],
  typedTitle: 'In this thread you can press the buttons, ask in your own words, or type:',
  helpTitle: 'What I understand',
  noSuchEntry: (id: string, word: string): string => `There is no entry ${id}. Try “${word} search” with a few words.`,
  nothingFound: (words: string): string => `Nothing found for “${words}”.`,
  found: (n: number): string => count(n, 'entry', 'entries'),
  openThread: 'Open the thread',
  everyStep: 'Every step in full',
  afterThat: 'After that',
  howSure: (confidence: number): string => `How sure: ${percent.format(Math.min(0.99, confidence))}`,
  messageSays: 'The message says',
  yourWords: (terms: readonly string[]): string => `The message speaks of ${list.format(terms.slice(0, 6))}`,
  couldAlsoBe: (titles: readonly string[]): string => `It could also have been: ${titles.join('; ')}.`,
  reviewed: (on: string): string => `Reviewed ${on}. From:`,
  shortened: 'Shortened here. “Why this answer” in the menu has every step in full.',
  myLists: 'Your open checklists',
  /** To whoever greets us or asks what we can do. */
  welcome: 'I recognise credential errors and walk you through the fix.',
  welcomeWays: 'Paste one right here, or:',
  doneSince: (done: number, of: number, at: number): string =>
    `${done} of ${of} done, since ${day(at)}, ${time(at)} UTC`,
  nothingOpen: 'No checklist of yours is open.',
  lastWeek: 'The last 7 days',
  noStats: (days: number): string => `Nobody had a credential error here in the last ${days} days.`,
  stats: (all: number, solved: number, handedOver: number, open: number): string =>
    `${count(all, 'error', 'errors')}: ${list.format([
      `${solved} solved`,
      ...(handedOver > 0 ? [`${handedOver} handed over`] : []),
      ...(open > 0 ? [`${open} still open`] : []),
    ])}.`,
  timesSolved: (n: number, solved: number): string => `${count(n, 'time', 'times')}, ${solved} solved`,
  unknownErrors: (n: number): string => `For ${count(n, 'error', 'errors')} no entry was found.`,
  statsTitle: 'This channel, the last 7 days',
  howTo: 'How to use it',
  ways: (word: string, hasForm: boolean): readonly string[] => [
    'Paste the output of the failing command in a channel that I am in: I answer in the thread.',
    'Tick the steps there together, ask in your own words, and press “It works now” when it does.',
    `\`${word} <error>\` answers only you;${hasForm ? ` \`${word}\` alone opens a form;` : ''} \`${word} help\` lists the rest.`,
    '“Diagnose this” in the menu of a message explains somebody else’s error.',
  ],
  inForce: 'Configuration in force',
  problems: (n: number): string => `To look into: ${n}`,
  noProblems: 'Nothing in it needs looking into.',
} as const;
