// Kysely's way to the one SQLite connection: transactions take turns on it, and their commits are grouped.
import type { DatabaseSync } from 'node:sqlite';
import { type CompiledQuery, type DatabaseConnection, type Driver, type QueryResult, SelectQueryNode } from 'kysely';
import { GroupCommit } from './group-commit.ts';

/**
 * A transaction is a savepoint inside the group that is open; Kysely's own driver (`inner`) runs the statements. Kysely
 * must not guard the connection itself (see the adapter): its lock would be held until the disk has answered, one
 * transaction a sync.
 */
export class SqliteDriver implements Driver {
  readonly #database: DatabaseSync;
  readonly #inner: Driver;
  readonly #group: GroupCommit;
  /** The caller whose transaction is under way. */
  #owner: DatabaseConnection | undefined;

  constructor(database: DatabaseSync, inner: Driver) {
    this.#database = database;
    this.#inner = inner;
    this.#group = new GroupCommit(database);
  }

  async init(): Promise<void> {
    await this.#inner.init();
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const inner = await this.#inner.acquireConnection();
    const connection: DatabaseConnection = {
      executeQuery: <R>(query: CompiledQuery) =>
        this.#owner === connection ? inner.executeQuery<R>(query) : this.#alone<R>(inner, query),
      // All in one piece: a cursor left open would stand in the way of the others.
      async *streamQuery<R>(query: CompiledQuery) {
        yield await connection.executeQuery<R>(query);
      },
    };
    return connection;
  }

  /** One statement outside of any transaction. A read waits as well, lest it tell of something that a crash undoes. */
  async #alone<R>(inner: DatabaseConnection, query: CompiledQuery): Promise<QueryResult<R>> {
    await this.#group.takeTurn();
    let durable: Promise<void>;
    let result: QueryResult<R>;
    try {
      if (!SelectQueryNode.is(query.query)) this.#group.open();
      result = await inner.executeQuery<R>(query);
      durable = this.#group.durable();
    } finally {
      this.#group.passTurn();
    }
    await durable;
    return result;
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await this.#group.takeTurn();
    try {
      this.#group.open();
      this.#database.exec('savepoint turn');
      this.#owner = connection;
    } catch (error) {
      this.#group.passTurn();
      throw error;
    }
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#owner !== connection) return;
    this.#database.exec('release turn');
    const durable = this.#group.durable();
    this.#leave();
    await durable;
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#owner !== connection) return;
    if (this.#database.isTransaction) this.#database.exec('rollback to turn; release turn');
    this.#leave();
  }

  #leave(): void {
    this.#owner = undefined;
    this.#group.passTurn();
  }

  async releaseConnection(): Promise<void> {
    // Nothing to give back: turns end with the statement or the transaction.
  }

  async destroy(): Promise<void> {
    await this.#group.takeTurn();
    this.#group.flush();
    try {
      await this.#inner.destroy();
    } finally {
      this.#group.passTurn(); // whoever still waits is told that the database is closed
    }
  }
}
