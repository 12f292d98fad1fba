// The app's home tab, as it published it for whoever is looking.
import { useEffect } from 'react';
import { ViewBlocks } from '../blocks/view-blocks.tsx';
import { useWorkbench } from '../state/context.tsx';

export function Home() {
  const { state, call } = useWorkbench();
  const view = state.snapshot?.homes[state.as];
  useEffect(() => void call('home', { tab: 'home' }), [call]);
  if (!view) return <p className="home-empty">{state.snapshot?.app.name} has put nothing here yet.</p>;
  return (
    <section className="home" aria-label="Home">
      <ViewBlocks view={view} />
    </section>
  );
}
