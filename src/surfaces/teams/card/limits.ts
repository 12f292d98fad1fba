// What a card may hold, as numbers.
/** Bytes are UTF-8; the numbers without a source are ours, so that a card stays readable. */
export const LIMITS = {
  /** 28 KB is what every way into Teams takes (msteams-docs, cards-format); some of it is the activity around the card. */
  cardBytes: 27 * 1024,
  textRun: 3_000,
  heading: 300,
  choiceTitle: 250,
  longTitle: 200,
  buttons: 24,
  /** Characters of titles in one row of buttons, each with its own margins: more than this falls off a side pane. */
  rowCharacters: 36,
  buttonMargin: 4,
  menuWidth: 7,
  fallbackText: 1_500,
  /** learn.microsoft.com, User Specific Views: `userIds` takes no more. */
  viewers: 60,
} as const;

export const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

/** Cuts a text to a number of characters, with an ellipsis where something was lost. */
export const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
