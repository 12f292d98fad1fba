// Which platform one looks at: the address says it, so that it survives a reload.

export type Platform = 'slack' | 'teams';

/** Slack's addresses name a channel and a thread; those of Teams begin with its name. */
export const platformAt = (hash: string): Platform => (/^#teams(?:\/|$)/.test(hash) ? 'teams' : 'slack');
