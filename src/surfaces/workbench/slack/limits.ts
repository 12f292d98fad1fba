// What Slack allows, as numbers: the stand-in refuses what the real platform would refuse.

/**
 * Characters unless said otherwise. Sources: @slack/types 3.2 for blocks and elements, docs.slack.dev for the rest;
 * `textPerMessage` is measured (slackapi/bolt-js #2509), overflow and actions by tries against a real workspace.
 */
export const LIMITS = {
  blocksPerMessage: 50,
  blocksPerView: 100,
  textPerMessage: 13_200,
  /** chat.postMessage cuts above this and warns; chat.update refuses above `updateText`. */
  messageText: 40_000,
  updateText: 4_000,
  sectionText: 3_000,
  sectionFields: 10,
  fieldText: 2_000,
  headerText: 150,
  contextElements: 10,
  contextText: 3_000,
  actionsElements: 25,
  markdownText: 12_000,
  blockId: 255,
  actionId: 255,
  buttonText: 75,
  buttonValue: 2_000,
  url: 3_000,
  accessibilityLabel: 75,
  checkboxOptions: 10,
  selectOptions: 100,
  overflowOptions: 5,
  optionText: 75,
  optionValue: 75,
  optionDescription: 75,
  placeholder: 150,
  inputLabel: 2_000,
  inputHint: 2_000,
  inputLength: 3_000,
  imageUrl: 3_000,
  altText: 2_000,
  imageTitle: 2_000,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  viewTitle: 24,
  viewButton: 24,
  privateMetadata: 3_000,
  callbackId: 255,
  /** Bytes of a whole view as JSON. */
  viewBytes: 250_000,
  viewDepth: 3,
  /** Suggested prompts of a talk: docs:reference/methods/assistant.threads.setSuggestedPrompts. */
  prompts: 4,
} as const;

/** How long what Slack hands out lasts: docs.slack.dev, interactivity/handling-user-interaction and views.open. */
export const LIFETIMES = {
  triggerMs: 3_000,
  responseUrlMs: 30 * 60_000,
  responseUrlUses: 5,
  /** An event, command or interaction that is not acknowledged by then has failed: docs.slack.dev, apis/events-api. */
  acknowledgeMs: 3_000,
} as const;

/** Slack's clients turn longer pastes into a text snippet; the exact figure is not documented. */
export const LONGEST_TYPED_MESSAGE = 12_000;
