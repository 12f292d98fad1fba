// Which platform one looks at: the same bot behind both.
import type { Platform } from '../state/platform.ts';

const NAMES: readonly (readonly [Platform, string])[] = [
  ['slack', 'Slack'],
  ['teams', 'Teams'],
];

export const PlatformSwitch = ({ platform }: { readonly platform: Platform }) => (
  <nav className="platforms" aria-label="Platform">
    {NAMES.map(([key, name]) => (
      <a key={key} href={key === 'teams' ? '#teams' : '#'} aria-current={key === platform ? 'page' : undefined}>
        {name}
      </a>
    ))}
  </nav>
);
