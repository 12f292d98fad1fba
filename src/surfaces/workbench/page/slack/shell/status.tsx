// What the app says it is doing in a thread, until it has answered.
import { useWorkbench } from '../state/context.tsx';
import { talkOf } from '../state/selectors.ts';

export function Status({ thread }: { readonly thread: string }) {
  const { state } = useWorkbench();
  const status = talkOf(state)?.statuses[thread];
  return (
    status && (
      <p className="status" role="status">
        {state.snapshot?.app.name} {status}
      </p>
    )
  );
}
