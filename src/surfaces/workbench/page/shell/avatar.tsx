// The picture beside a name: a padlock for the app, an initial on a colour of their own for people.
import { useWorkbench } from '../state/context.tsx';
import { isApp, personOf } from '../state/selectors.ts';
import { LockFace } from './icons.tsx';

const COLOURS = 6;

export function Avatar({ person, small = false }: { readonly person: string; readonly small?: boolean }) {
  const { state } = useWorkbench();
  const place = state.snapshot?.people.findIndex(one => one.id === person) ?? 0;
  return <Face name={personOf(state, person).name} place={place} isApp={isApp(state, person)} small={small} />;
}

type FaceProps = {
  readonly name: string;
  /** Among the people; the colour goes by it. */
  readonly place: number;
  readonly isApp: boolean;
  readonly small?: boolean;
};

export function Face({ name, place, isApp, small = false }: FaceProps) {
  const size = small ? ' avatar-small' : '';
  if (isApp)
    return (
      <span className={`avatar avatar-app${size}`} aria-hidden="true">
        <LockFace />
      </span>
    );
  return (
    <span className={`avatar avatar-${Math.max(0, place) % COLOURS}${size}`} aria-hidden="true">
      {name.slice(0, 1)}
    </span>
  );
}
