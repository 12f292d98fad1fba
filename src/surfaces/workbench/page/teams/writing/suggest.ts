// What the composer offers to complete: people after an @, the app's commands after its name or a slash.
import type { Conversation } from '../../../teams/protocol.ts';
import { mentionBefore, type Suggestion } from '../../writing/suggestion.ts';
import type { State } from '../state/state.ts';

export function suggestionsIn(
  state: State,
  { kind }: Conversation,
  text: string,
  caret: number,
): readonly Suggestion[] {
  const before = text.slice(0, caret);
  const name = state.snapshot?.app.name ?? '';
  const slash = kind === 'personal' ? undefined : /^\/([a-z ]*)$/.exec(before);
  if (slash) return commands(state, { typed: slash[1] ?? '', from: 0, to: caret, mark: '/' });
  const called = new RegExp(`^(@${name} )([a-z ]*)$`).exec(before);
  if (called) return commands(state, { typed: called[2] ?? '', from: called[1]?.length ?? 0, to: caret, mark: '' });
  const mention = mentionBefore(caret, text);
  return mention ? people(state, mention.typed, mention.from, caret) : [];
}

type Begun = { readonly typed: string; readonly from: number; readonly to: number; readonly mark: string };

const commands = (state: State, { typed, from, to, mark }: Begun): readonly Suggestion[] =>
  (state.snapshot?.app.commands ?? [])
    .filter(({ title }) => title.startsWith(typed) && title !== typed.trim())
    .map(({ title, description }) => ({
      key: title.replaceAll(' ', '-'),
      label: `${mark}${title}`,
      note: description,
      from,
      to,
      insert: `${mark}${title} `,
    }));

const people = (state: State, typed: string, from: number, to: number): readonly Suggestion[] =>
  (state.snapshot?.people ?? [])
    .filter(({ id, name }) => id !== state.as && name.toLowerCase().startsWith(typed.toLowerCase()))
    .sort((one, other) => Number(other.bot) - Number(one.bot))
    .map(({ id, name, bot }) => ({
      key: name,
      label: name,
      note: bot ? 'App' : 'Member',
      from,
      to,
      insert: `@${name} `,
      person: id,
    }));
