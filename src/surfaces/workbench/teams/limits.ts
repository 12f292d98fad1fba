// What Teams allows, as numbers: the stand-in refuses what the real platform would refuse.
export const LIMITS = {
  /** learn.microsoft.com, Limits and specifications for Teams: a chat message or post has about 28 KB. */
  typedBytes: 28 * 1024,
  /** Ours: twice what the app reads, so that one can see what it makes of a file that is too long. */
  fileBytes: 2 * 1024 * 1024,
  /** The same for what a bot sends: more is taken by some ways into Teams, and by none for sure. */
  cardBytes: 28 * 1024,
  /** msteams-docs, cards-reference: bots' cards are drawn up to this version. */
  cardVersion: 1.5,
  /** msteams-docs, user-specific-views. */
  viewers: 60,
  /** learn.microsoft.com, asynchronous flow: a request of the platform is answered by then. */
  answerMs: 15_000,
} as const;
