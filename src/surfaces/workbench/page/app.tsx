// The page: one platform's view or the other's, by the address.
import { lazy, Suspense, useEffect, useState } from 'react';
import { SlackView } from './slack/slack-view.tsx';
import { type Platform, platformAt } from './state/platform.ts';

/** Microsoft's renderer is as large as the rest of the page together: it comes when somebody looks at Teams. */
const TeamsView = lazy(async () => ({ default: (await import('./teams/teams-view.tsx')).TeamsView }));

export const App = () =>
  usePlatform() === 'teams' ? (
    <Suspense fallback={<main className="channel" aria-busy="true" />}>
      <TeamsView />
    </Suspense>
  ) : (
    <SlackView />
  );

function usePlatform(): Platform {
  const [platform, setPlatform] = useState(() => platformAt(location.hash));
  useEffect(() => {
    const follow = () => setPlatform(platformAt(location.hash));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return platform;
}
