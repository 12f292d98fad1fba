// Everything wired and running: one store, one queue, one worker, one HTTP server, and the surfaces that are configured.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createQueue } from '../jobs/kysely-queue.ts';
import type { Queue } from '../jobs/queue.ts';
import type { Provider } from '../knowledge/vocabulary.ts';
import { createInstallations, type Installations } from '../store/installations/installations.ts';
import { createStore } from '../store/kysely-store.ts';
import { createReferences, type References } from '../store/references.ts';
import { forgetBefore } from '../store/retention.ts';
import { openEmbedded } from '../store/sqlite/embedded.ts';
import { YOU as SLACK_YOU } from '../surfaces/workbench/slack/town.ts';
import { YOU as TEAMS_YOU } from '../surfaces/workbench/teams/town.ts';
import type { Config } from './config/config.ts';
import { keepHouse, startHousekeeping } from './housekeeping.ts';
import { createHttp, type Route } from './http.ts';
import { type Knowledge, loadKnowledge } from './knowledge/load.ts';
import { createBrain } from './pipeline/context.ts';
import { createPipeline } from './pipeline/pipeline.ts';
import type { Log } from './report/log.ts';
import { createMetrics } from './report/metrics.ts';
import { startSurfaces } from './surfaces/surfaces.ts';

export type App =
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'running'; readonly port: number; readonly stop: () => Promise<void> };

/** Only the store knows what it is. */
type Db = Parameters<typeof createStore>[0];

export async function createApp(configured: Config, log: Log): Promise<App> {
  const config = withMaintainers(configured);
  const metrics = createMetrics();
  const knowledge = await loadKnowledge(config.knowledge);
  metrics.entries(knowledge.entries.length);
  const opened = await openEmbedded(join(config.dataFolder, 'locksmith.db'));
  if (opened.kind === 'refused') return opened;
  const { db } = opened;
  const [store, queue] = [createStore(db), createQueue(db)];
  const { way, worker, surfaces } = await createPipeline({
    config,
    brain: createBrain(knowledge),
    store,
    queue,
    metrics,
    log,
  });

  let ready = false;
  const routes: Route[] = [];
  const onError = (error: unknown): void => log.error('a request failed', {}, error);
  const http = createHttp({ routes, metrics, isReady: () => ready, onError });
  const listening = await listen(http, config);
  if (listening.kind === 'refused') {
    await store.close();
    return listening;
  }
  const { port } = listening;
  const references = createReferences(db, Date.now);
  const installations = await openInstallations(db, config, log);
  const addRoute = (route: Route): void => void routes.push(route);
  const providers = providersOf(knowledge);
  const around = { port, log, way, references, providers, addRoute, ...(installations && { installations }) };
  const started = await startSurfaces(config, around);
  if (started.kind === 'refused') {
    http.close();
    await store.close();
    return started;
  }
  for (const surface of started.surfaces) {
    surfaces.set(surface.name, surface);
    await surface.start();
  }
  worker.wake();
  ready = true;
  const stopHousekeeping = housekeep(db, { queue, references }, config, log);
  return {
    kind: 'running',
    port,
    stop: async () => {
      ready = false;
      await started.stop();
      http.closeAllConnections();
      await new Promise(resolve => http.close(resolve));
      await worker.stop();
      await stopHousekeeping();
      await store.close();
    },
  };
}

/** Whoever tries the workbench is its maintainer, unless somebody else is named. */
const withMaintainers = (config: Config): Config =>
  config.slack || config.teams || config.maintainers ? config : { ...config, maintainers: [SLACK_YOU, TEAMS_YOU] };

/** Where many workspaces may install; afterwards nothing is sealed with an old key any more, and that may go. */
async function openInstallations(db: Db, { encryptionKeys }: Config, log: Log): Promise<Installations | undefined> {
  if (!encryptionKeys) return undefined;
  const installations = createInstallations(db, encryptionKeys, Date.now);
  const unreadable = await installations.renewSeals();
  const remedy = 'add the key that sealed them to LOCKSMITH_ENCRYPTION_KEY, or install Locksmith there again';
  for (const workspace of unreadable) log.error(`an installation cannot be read: ${remedy}`, { id: workspace });
  return installations;
}

type Kept = { readonly queue: Queue; readonly references: References };

function housekeep(db: Db, kept: Kept, { retention_days: days }: Config, log: Log): () => Promise<void> {
  const forgetful = { ...kept, forgetBefore: (before: number) => forgetBefore(db, before) };
  return startHousekeeping(
    () => keepHouse(forgetful, Date.now(), days),
    error => log.error('housekeeping failed', {}, error),
  );
}

/** Those that there are entries about. */
const providersOf = ({ providers, entries }: Knowledge): readonly Provider[] =>
  providers.filter(({ id }) => entries.some(entry => entry.provider === id));

type Listening = Extract<App, { kind: 'refused' }> | { readonly kind: 'listening'; readonly port: number };

function listen(http: Server, { host, port }: Config): Promise<Listening> {
  const remedy = 'Stop what uses it, or choose another with PORT (or port in locksmith.yaml).';
  return new Promise(resolve => {
    http.once('error', (error: NodeJS.ErrnoException) => {
      resolve({
        kind: 'refused',
        message: `Cannot listen on ${host}:${port} (${error.code ?? error.name}). ${remedy}`,
      });
    });
    http.listen(port, host, () => resolve({ kind: 'listening', port: portOf(http.address(), port) }));
  });
}

const portOf = (address: AddressInfo | string | null, asked: number): number =>
  typeof address === 'object' && address ? address.port : asked;
