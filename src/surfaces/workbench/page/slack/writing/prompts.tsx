// What the app suggests to say in one's direct messages with it; a press says it.
import { useEffect } from 'react';
import { useWorkbench } from '../state/context.tsx';
import { talkOf } from '../state/selectors.ts';

export function Prompts() {
  const { state, call } = useWorkbench();
  const { channel } = state;
  useEffect(() => void call('home', { tab: 'messages' }), [call]);
  const prompts = talkOf(state)?.prompts ?? [];
  if (prompts.length === 0) return null;
  return (
    <ul className="prompts" aria-label="Suggested prompts">
      {prompts.map(({ title, message }) => (
        <li key={title}>
          <button
            type="button"
            className="button"
            title={message}
            onClick={() => void call('message', { channel, text: message })}
          >
            {title}
          </button>
        </li>
      ))}
    </ul>
  );
}
