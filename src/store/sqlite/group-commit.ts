// Lets many transactions share one write to disk. A sync costs far more than the statements before it, so whatever is
// done in one turn of the event loop is committed together; nobody is told "done" before that commit is on disk.
import type { DatabaseSync } from 'node:sqlite';

type Waiting = { readonly done: () => void; readonly failed: (error: unknown) => void };

export class GroupCommit {
  readonly #database: DatabaseSync;
  #open = false;
  #due = false;
  #busy = false;
  /** Callers whose work stands in the open group. */
  #waiting: Waiting[] = [];
  /** Callers who wait for the one connection, first come first served. */
  readonly #queue: (() => void)[] = [];

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Resolves when nobody else is in the middle of a transaction. */
  async takeTurn(): Promise<void> {
    if (this.#busy) await new Promise<void>(resolve => this.#queue.push(resolve));
    this.#busy = true;
  }

  passTurn(): void {
    if (this.#due) this.flush();
    const next = this.#queue.shift();
    if (next === undefined) this.#busy = false;
    else next();
  }

  /** Starts a group unless one is open. To be called inside a turn, before anything is written. */
  open(): void {
    if (this.#open && this.#database.isTransaction) return;
    if (this.#open) this.flush(); // SQLite gave the group up by itself, as it does when the disk is full
    this.#database.exec('begin');
    this.#open = true;
    setImmediate(() => this.#fallDue());
  }

  /** Resolves when all that was written or read so far is on disk; rejects when it could not be written. */
  async durable(): Promise<void> {
    if (!this.#open) return;
    await new Promise<void>((done, failed) => this.#waiting.push({ done, failed }));
  }

  /** Commits the group. What fails here fails for each who waited, and nothing of the group is kept. */
  flush(): void {
    if (!this.#open) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#open = false;
    this.#due = false;
    try {
      this.#database.exec('commit');
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('rollback');
      for (const one of waiting) one.failed(error);
      return;
    }
    for (const one of waiting) one.done();
  }

  #fallDue(): void {
    if (this.#busy) this.#due = true;
    else this.flush();
  }
}
