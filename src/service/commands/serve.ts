// `serve`: wires store, queue, worker, brain and surfaces together, and starts what is configured.
import { join } from 'node:path';
import { createApp } from '../app.ts';
import { type Config, readConfig } from '../config.ts';
import { createLog } from '../log.ts';

export async function serve(): Promise<void> {
  const outcome = readConfig();
  if (outcome.kind === 'problems') {
    refuse('The configuration has problems:', outcome.problems);
    return;
  }
  const { config } = outcome;
  const log = createLog(config.log);
  const app = await createApp(config, log);
  if (app.kind === 'refused') {
    refuse('Locksmith did not start:', [app.message]);
    return;
  }
  process.stderr.write(welcome(config, app.port));
  // The last net: an SDK that forgets a promise must not end a bot that answers everybody else.
  process.on('unhandledRejection', error => log.error('a promise failed that nobody waited for', {}, error));
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void app.stop().then(() => process.exit(0)));
}

function refuse(what: string, problems: readonly string[]): void {
  process.stderr.write(`${what}\n${problems.map(problem => `  ${problem}`).join('\n')}\n`);
  process.exitCode = 1;
}

function welcome(config: Config, port: number): string {
  const store = join(config.dataFolder, 'locksmith.db');
  if (config.teams && !config.slack)
    return `Locksmith answers in Teams at http://${config.host}:${port}/api/messages. Store: ${store}\n`;
  if (config.slack) {
    const install = config.slack.oauth
      ? ` Install it at ${config.public_url ?? `http://${config.host}:${port}`}/slack/install.`
      : '';
    const how = config.slack.appToken ? 'by Socket Mode' : `at http://${config.host}:${port}/slack/events`;
    const also = config.teams ? ` and in Teams at http://${config.host}:${port}/api/messages` : '';
    return `Locksmith answers in Slack ${how}${also}.${install} Store: ${store}\n`;
  }
  return `No surface is configured, so here is the workbench, a channel of Slack and one of Teams in your browser:\n\n  http://localhost:${port}\n\nStore: ${store}. Stop with Ctrl+C.\n`;
}
