// `serve`: wires store, queue, worker, brain and surfaces together, and starts what is configured.
import { join } from 'node:path';
import { isLoopback } from '../../surfaces/teams/settings.ts';
import { createApp } from '../app.ts';
import { type Config, readConfig } from '../config/config.ts';
import { ownSecrets } from '../config/secrets.ts';
import { reportCrashes } from '../report/crash.ts';
import { createLog, takeConsole } from '../report/log.ts';
import { createSecondNet, type SecondNet } from '../report/second-net.ts';

export async function serve(): Promise<void> {
  const net = createSecondNet(ownSecrets());
  reportCrashes(net);
  const outcome = readConfig();
  if (outcome.kind === 'problems') {
    refuse(net, 'The configuration has problems:', outcome.problems);
    return;
  }
  const { config } = outcome;
  const log = createLog(config.log, undefined, net);
  takeConsole(log);
  const app = await createApp(config, log);
  if (app.kind === 'refused') {
    refuse(net, 'Locksmith did not start:', [app.message]);
    return;
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void app.stop().then(() => process.exit(0)));
  process.stderr.write(`${careful(config)}${welcome(config, app.port)}`);
}

function refuse(net: SecondNet, what: string, problems: readonly string[]): void {
  process.stderr.write(net(`${what}\n${problems.map(problem => `  ${problem}`).join('\n')}\n`));
  process.exitCode = 1;
}

/** The workbench asks nobody who they are: everybody there is whom they say. */
const careful = ({ slack, teams, host }: Config): string =>
  slack || teams || isLoopback(host)
    ? ''
    : `Careful: the workbench listens on ${host}, so whoever reaches this machine can read and write in it as anybody. Set HOST=127.0.0.1, or connect Slack or Teams.\n\n`;

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
