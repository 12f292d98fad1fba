// What Slack accepts. Each number is from docs.slack.dev/reference/block-kit unless another source stands beside it.
export const LIMITS = {
  blocksInMessage: 50,
  /** Sum of all text in a message; above it `msg_blocks_too_long` (slackapi/bolt-js #2509: about 13,200). */
  textInMessage: 12_000,
  sectionText: 3_000,
  contextElementText: 2_000,
  buttonText: 75,
  optionText: 75,
  optionDescription: 75,
  checkboxOptions: 10,
  actionsElements: 25,
  overflowOptions: 5,
  /** chat.update refuses a longer `text` although chat.postMessage takes more (reference of chat.update). */
  fallbackText: 3_900,
} as const;

/** Cuts a text to a number of characters, with an ellipsis where something was lost. */
export const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
