// Which platform one looks at: the same bot behind both. The address says it, so that it survives a reload.

export type Platform = 'slack' | 'teams';

const NAMES: readonly (readonly [Platform, string])[] = [
  ['slack', 'Slack'],
  ['teams', 'Teams'],
];

/** Slack's addresses name a channel and a thread; those of Teams begin with its name. */
export const platformAt = (hash: string): Platform => (/^#teams(?:\/|$)/.test(hash) ? 'teams' : 'slack');

export const PlatformSwitch = ({ platform }: { readonly platform: Platform }) => (
  <nav className="platforms" aria-label="Platform">
    {NAMES.map(([key, name]) => (
      <a key={key} href={key === 'teams' ? '#teams' : '#'} aria-current={key === platform ? 'page' : undefined}>
        {name}
      </a>
    ))}
  </nav>
);
