// The picture beside a name: a padlock for the app, an initial on a colour of their own for people.
import { LockFace } from './icons.tsx';
import { useShell } from './shell.ts';

const COLOURS = 6;

export function Avatar({ person, small = false }: { readonly person: string; readonly small?: boolean }) {
  const { app, people } = useShell();
  const size = small ? ' avatar-small' : '';
  if (person === app.id)
    return (
      <span className={`avatar avatar-app${size}`} aria-hidden="true">
        <LockFace />
      </span>
    );
  const place = people.findIndex(({ id }) => id === person);
  return (
    <span className={`avatar avatar-${Math.max(0, place) % COLOURS}${size}`} aria-hidden="true">
      {(people[place]?.name ?? '?').slice(0, 1)}
    </span>
  );
}
