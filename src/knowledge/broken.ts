// Knowledge that cannot be used: thrown when it is read, caught once at the top, where its lines are all that is printed.

/** `lines` name every problem with file, line and remedy. */
export class BrokenKnowledge extends Error {
  readonly lines: readonly string[];
  constructor(lines: readonly string[]) {
    super(`${lines.length} problems in the knowledge base`);
    this.lines = lines;
  }
}
