// What people typed, as Teams shows it: lines, code between backticks or fences, and mentions.
import type { ReactNode } from 'react';
import { CodeBlock } from '../../text/code.tsx';
import { useTeams } from '../state/context.tsx';

const FENCE = /```(?:[a-z]+\n)?([\s\S]+?)```\n?/;

/** Every other part is code. */
export const Typed = ({ text }: { readonly text: string }): ReactNode =>
  text
    .trim()
    .split(FENCE)
    .map((part, i) => ({ part: part.replace(/^\n|\n$/g, ''), key: `${i}`, isCode: i % 2 === 1 }))
    .filter(({ part }) => part !== '')
    .map(({ part, key, isCode }) => (isCode ? <CodeBlock key={key} text={part} /> : <Prose key={key} text={part} />));

function Prose({ text }: { readonly text: string }) {
  const { state } = useTeams();
  const names = (state.snapshot?.people ?? []).map(({ name }) => name.replace(/[^\w ]/g, '\\$&')).join('|');
  const parts = text.split(new RegExp(`(\`[^\`\\n]+\`|(?<![\\w.@])@(?:${names || '(?!)'})(?!\\w))`, 'gi'));
  return (
    <p className="written">
      {parts.map((part, i) => {
        const key = `${i}`;
        if (i % 2 === 0) return part;
        if (part.startsWith('`')) return <code key={key}>{part.slice(1, -1)}</code>;
        return (
          <span key={key} className="mention">
            {part.slice(1)}
          </span>
        );
      })}
    </p>
  );
}
