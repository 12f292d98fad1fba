// What Slack accepts. Each number is from docs.slack.dev/reference/block-kit unless another source stands beside it.
export const LIMITS = {
  blocksInMessage: 50,
  /** Sum of all text in a message; above it `msg_blocks_too_long` (slackapi/bolt-js #2509: about 13,200). */
  textInMessage: 12_000,
  sectionText: 3_000,
  headerText: 150,
  contextElementText: 2_000,
  buttonText: 75,
  optionText: 75,
  optionDescription: 75,
  checkboxOptions: 10,
  actionsElements: 25,
  overflowOptions: 5,
  buttonValue: 2_000,
  optionValue: 75,
  selectOptions: 100,
  inputLength: 3_000,
  blocksInView: 100,
  /** Bytes of a whole view as JSON; above it `view_too_large` (reference of views.open). */
  viewBytes: 250_000,
  viewTitle: 24,
  viewButton: 24,
  privateMetadata: 3_000,
  /** chat.update refuses a longer `text` although chat.postMessage takes more (reference of chat.update). */
  fallbackText: 3_900,
} as const;

/** Cuts a text to a number of characters, with an ellipsis where something was lost. */
export const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;

/** The same for escaped text: half of an `&amp;` must not stay behind. */
export const cutEscaped = (text: string, most: number): string => cut(text, most).replace(/&[a-z]{0,3}…$/, '…');
