// A workspace that removed the bot, or whose tokens were revoked: what it gave us is of no use any more, and is not kept.
import type { App } from '@slack/bolt';
import { z } from 'zod';
import { faultOf } from '../fault.ts';
import { candidates, type ManyWorkspaces } from './many-workspaces.ts';

const envelope = z.object({
  team_id: z.string().optional().catch(undefined),
  enterprise_id: z.string().optional().catch(undefined),
  is_enterprise_install: z.boolean().optional().catch(undefined),
  /** In seconds since 1970. */
  event_time: z.number().optional().catch(undefined),
  authorizations: z
    .array(z.object({ is_enterprise_install: z.boolean().optional() }))
    .optional()
    .catch(undefined),
});

const revoked = z.object({ tokens: z.object({ bot: z.array(z.string()).optional() }) });

export type FarewellOptions = {
  readonly surface: string;
  /** Undefined where the one token of the environment is used: that is not ours to remove. */
  readonly many: ManyWorkspaces | undefined;
  readonly log: { readonly warn: (message: string) => void };
};

const REINSTALL = 'Install it there again, and set SLACK_BOT_TOKEN to the new token.';

export function listenForFarewells(app: App, { surface, many, log }: FarewellOptions): void {
  app.event('app_uninstalled', async ({ body }) => {
    if (!many) return log.warn(`Locksmith was uninstalled from its Slack workspace. ${REINSTALL}`);
    const { named, at } = read(body);
    const [workspace] = named;
    if (workspace === undefined || (await isNewer(many, workspace, at))) return;
    const threads = await many.keeper.leave(surface, workspace);
    log.warn(
      `Slack workspace ${workspace} uninstalled Locksmith: its installation and ${threads} threads are removed.`,
    );
  });
  app.event('tokens_revoked', async ({ body, event }) => {
    const bots = revoked.safeParse(event).data?.tokens.bot ?? [];
    if (bots.length === 0) return; // tokens of people: none are kept
    if (!many) return log.warn(`The bot's token was revoked in Slack. ${REINSTALL}`);
    for (const workspace of read(body).named) {
      if ((await many.keeper.read(workspace)).kind === 'fault' || (await stillServes(many, workspace))) continue;
      await many.keeper.remove(workspace);
      log.warn(`Slack workspace ${workspace} revoked the bot's token: its installation is removed.`);
    }
  });
}

/** `named`: what it may be about, the likelier first. */
function read(body: unknown): { readonly named: readonly string[]; readonly at: number } {
  const { data } = envelope.safeParse(body);
  const isEnterpriseInstall = data?.is_enterprise_install ?? data?.authorizations?.[0]?.is_enterprise_install ?? false;
  const named = candidates({ isEnterpriseInstall, teamId: data?.team_id, enterpriseId: data?.enterprise_id });
  return { named, at: (data?.event_time ?? 0) * 1000 };
}

/** Installed again since: Slack delivers an event again for hours when the first time failed. */
async function isNewer({ keeper }: ManyWorkspaces, workspace: string, at: number): Promise<boolean> {
  const found = await keeper.read(workspace);
  return found.kind === 'held' && at > 0 && found.installation.installedAt > at;
}

/** Asked rather than believed: a rotation or a new installation leaves old tokens behind, which are revoked as well. */
async function stillServes(many: ManyWorkspaces, workspace: string): Promise<boolean> {
  const access = await many.access(workspace);
  if (access.kind === 'fault') return access.fault.kind !== 'refused';
  try {
    await access.client.auth.test();
    return true;
  } catch (error) {
    if (faultOf(error)?.kind === 'refused') return false;
    throw error; // answered with 500: Slack delivers the event again
  }
}
