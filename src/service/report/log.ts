// The log: structured lines on standard error. It takes ids, codes, counts and redacted text, its type takes nothing else, and
// all of it passes the second net.
import { format } from 'node:util';
import { type DestinationStream, pino } from 'pino';
import type { RedactedText } from '../../redaction/redact.ts';
import { createSecondNet, type SecondNet, whereOf } from './second-net.ts';

/** `id` names an event, a job or an entry; `code` is a fault's or an outcome's. Never a message of a person as it came in. */
export type LogFields = {
  readonly id?: string;
  readonly kind?: string;
  readonly code?: string;
  readonly ms?: number;
  readonly count?: number;
  readonly text?: RedactedText;
};

export type Log = {
  readonly debug: (what: string, fields?: LogFields) => void;
  readonly info: (what: string, fields?: LogFields) => void;
  readonly warn: (what: string, fields?: LogFields) => void;
  /** `bug` is one of ours: its stack is logged, its message may quote no person's text. */
  readonly error: (what: string, fields?: LogFields, bug?: unknown) => void;
};

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';

const STANDARD_ERROR = 2;

export function createLog(level: LogLevel, to?: DestinationStream, net: SecondNet = createSecondNet()): Log {
  const logger = pino({ level, base: null }, to ?? pino.destination({ dest: STANDARD_ERROR, sync: true }));
  const shown = (fields: LogFields = {}): Readonly<Record<string, RedactedText | number>> =>
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, typeof value === 'number' ? value : net(String(value))]),
    );
  return {
    debug: (what, fields) => logger.debug(shown(fields), net(what)),
    info: (what, fields) => logger.info(shown(fields), net(what)),
    warn: (what, fields) => logger.warn(shown(fields), net(what)),
    error: (what, fields, bug) =>
      logger.error({ ...shown(fields), ...(bug !== undefined && { stack: net(whereOf(bug)) }) }, net(what)),
  };
}

/** What libraries print by themselves becomes lines of the log, and passes the same net; standard output is for results. */
export function takeConsole(log: Log): () => void {
  const { error, warn, log: print, info, debug } = console;
  const say = (...parts: readonly unknown[]): void => log.warn(`printed by a library: ${format(...parts)}`);
  Object.assign(console, { error: say, warn: say, log: say, info: say, debug: () => {} });
  return () => {
    Object.assign(console, { error, warn, log: print, info, debug });
  };
}
