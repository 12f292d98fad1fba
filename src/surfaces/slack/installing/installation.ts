// What an installation gave us, as it is kept: the bot's token, who the bot is there, and how the token is renewed.
import type { Installation as BoltInstallation } from '@slack/bolt';
import { z } from 'zod';

const shape = z.object({
  token: z.string().min(1),
  botId: z.string(),
  botUserId: z.string(),
  /** In milliseconds since 1970. */
  installedAt: z.number(),
  /** Only where the app has token rotation: the token ends at `expiresAt`, and a new one costs the `refreshToken`. */
  renewal: z.object({ refreshToken: z.string().min(1), expiresAt: z.number() }).exactOptional(),
});
export type Installation = z.infer<typeof shape>;

export const encode = (installation: Installation): string => JSON.stringify(installation);

/** What does not fit is a bug of ours; its text is not told, for it holds tokens. */
export function decode(text: string): Installation {
  const read = shape.safeParse(JSON.parse(text));
  if (!read.success) throw new Error('an installation is kept in a shape that this version does not know');
  return read.data;
}

export type Granted = { readonly workspace: string; readonly installation: Installation };

/**
 * From the OAuth flow. The workspace is what the app was installed to: an organisation where the installation is one for
 * all of its workspaces (ids of channels are unique there), else a team. Undefined when no bot came with it. The tokens
 * of the person who installed are left behind.
 */
export function granted(from: BoltInstallation, now: number): Granted | undefined {
  const workspace = from.isEnterpriseInstall ? from.enterprise?.id : from.team?.id;
  const { bot } = from;
  if (workspace === undefined || !bot) return undefined;
  const installation = { token: bot.token, botId: bot.id, botUserId: bot.userId, installedAt: now };
  if (bot.refreshToken === undefined || bot.expiresAt === undefined) return { workspace, installation };
  // Bolt counts in seconds.
  const renewal = { refreshToken: bot.refreshToken, expiresAt: bot.expiresAt * 1000 };
  return { workspace, installation: { ...installation, renewal } };
}
