// Everything wired and running: one store, one queue, one worker, one HTTP server, and the surfaces that are configured.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createQueue } from '../jobs/kysely-queue.ts';
import type { Job } from '../jobs/queue.ts';
import type { Worked } from '../jobs/verdict.ts';
import { createWorker } from '../jobs/worker.ts';
import type { Provider } from '../knowledge/vocabulary.ts';
import { createInstallations, type Installations } from '../store/installations/installations.ts';
import { createStore } from '../store/kysely-store.ts';
import { createReferences } from '../store/references.ts';
import { forgetBefore } from '../store/retention.ts';
import { openEmbedded } from '../store/sqlite/embedded.ts';
import type { Surface } from '../surfaces/surface.ts';
import { YOU as SLACK_YOU } from '../surfaces/workbench/slack/town.ts';
import { YOU as TEAMS_YOU } from '../surfaces/workbench/teams/town.ts';
import type { Config } from './config/config.ts';
import { keepHouse, startHousekeeping } from './housekeeping.ts';
import { createHttp, type Route } from './http.ts';
import { type Knowledge, loadKnowledge } from './knowledge/load.ts';
import { answerEvent, answerTimer } from './pipeline/answer.ts';
import { contextOf, createBrain } from './pipeline/context.ts';
import { deliverMark, deliverReply } from './pipeline/deliver.ts';
import { EVENT_JOB, MARK_JOB, TIMER_JOB, type Way } from './pipeline/handle.ts';
import { createRush } from './pipeline/rush.ts';
import { createWatches } from './pipeline/watches.ts';
import type { Log } from './report/log.ts';
import { createMetrics } from './report/metrics.ts';
import { startSurfaces } from './surfaces/surfaces.ts';

export type App =
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'running'; readonly port: number; readonly stop: () => Promise<void> };

export async function createApp(configured: Config, log: Log): Promise<App> {
  const config = withMaintainers(configured);
  const metrics = createMetrics();
  const knowledge = await loadKnowledge(config.knowledge);
  const brain = createBrain(knowledge);
  metrics.entries(knowledge.entries.length);
  const opened = await openEmbedded(join(config.dataFolder, 'locksmith.db'));
  if (opened.kind === 'refused') return opened;

  const store = createStore(opened.db);
  const queue = createQueue(opened.db);
  const watches = createWatches(await store.watches());
  const surfaces = new Map<string, Surface>();
  const rush = createRush(Date.now);
  const way: Way = {
    rush,
    store,
    watches,
    queue,
    metrics,
    now: Date.now,
    contextOf: event => contextOf(brain, config, event, watches.of(event.place)),
    marks: surface => surfaces.get(surface)?.mark !== undefined,
    wake: () => worker.wake(),
  };
  const work = (job: Job): Promise<Worked> => {
    switch (job.kind) {
      case EVENT_JOB:
        return answerEvent(job, way);
      case TIMER_JOB:
        return answerTimer(job, way);
      case MARK_JOB:
        return deliverMark(job, way, surfaces);
      default:
        return deliverReply(job, way, surfaces);
    }
  };
  const worker = createWorker({
    queue,
    handle: work,
    isRush: rush.isOn,
    now: Date.now,
    onBug: (job, error) => log.error('a job failed by a bug', { ...(job && { id: job.key, kind: job.kind }) }, error),
    onBuried: (job, reason) => log.warn('a job was given up', { id: job.key, kind: job.kind, code: reason }),
  });

  let ready = false;
  const routes: Route[] = [];
  const http = createHttp({
    routes,
    metrics,
    isReady: () => ready,
    onError: error => log.error('a request failed', {}, error),
  });
  const listening = await listen(http, config);
  if (listening.kind === 'refused') {
    await store.close();
    return listening;
  }
  const { port } = listening;
  const references = createReferences(opened.db, Date.now);
  const { encryptionKeys } = config;
  const installations = encryptionKeys && createInstallations(opened.db, encryptionKeys, Date.now);
  if (installations) await renewSeals(installations, log);
  const started = await startSurfaces(config, {
    port,
    log,
    way,
    references,
    ...(installations && { installations }),
    providers: providersOf(knowledge),
    addRoute: route => routes.push(route),
  });
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
  const forgetful = { queue, references, forgetBefore: (before: number) => forgetBefore(opened.db, before) };
  const stopHousekeeping = startHousekeeping(
    () => keepHouse(forgetful, Date.now(), config.retention_days),
    error => log.error('housekeeping failed', {}, error),
  );
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

/** After it nothing is sealed with an old key any more, and that may go. */
async function renewSeals(installations: Installations, log: Log): Promise<void> {
  const unreadable = await installations.renewSeals();
  const remedy = 'add the key that sealed them to LOCKSMITH_ENCRYPTION_KEY, or install Locksmith there again';
  for (const workspace of unreadable) log.error(`an installation cannot be read: ${remedy}`, { id: workspace });
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
