// The end of a process that met a bug which nobody caught: where it happened goes to standard error, what the error says does
// not, and the exit code is one that no command uses for an answer.
import { writeSync } from 'node:fs';
import { createSecondNet, type SecondNet, whereOf } from './second-net.ts';

/** EX_SOFTWARE of sysexits.h. */
export const CRASHED = 70;

const STANDARD_ERROR = 2;

/** The latest call counts: `serve` knows more secrets than the command line does. An unhandled rejection comes as an uncaught exception, too: Node's default since version 15. */
export function reportCrashes(net: SecondNet = createSecondNet()): void {
  process.removeAllListeners('uncaughtException');
  process.on('uncaughtException', error => {
    writeSync(STANDARD_ERROR, crashReport(error, net));
    process.exit(CRASHED);
  });
}

export const crashReport = (error: unknown, net: SecondNet): string =>
  `Locksmith failed and ends here (exit code ${CRASHED}). What the error says is left out: it could quote what somebody pasted.\n${net(whereOf(error))}\n`;
