// What the composer offers to complete: commands at the start of a line, people after an @.
import { mentionBefore, type Suggestion } from '../../writing/suggestion.ts';
import type { State } from '../state/state.ts';

export function suggestionsFor(state: State, text: string, caret: number, inThread: boolean): readonly Suggestion[] {
  const before = text.slice(0, caret);
  const command = /^\/[\w-]*$/.exec(before);
  if (command && !inThread) return commands(state, command[0]);
  const mention = mentionBefore(caret, text);
  return mention ? people(state, mention.typed, mention.from, caret) : [];
}

const commands = (state: State, typed: string): readonly Suggestion[] =>
  (state.snapshot?.app.commands ?? [])
    .filter(({ command }) => command.startsWith(typed) && command !== typed)
    .map(({ command, usage, description }) => ({
      key: command.slice(1),
      label: `${command} ${usage}`.trim(),
      note: description,
      from: 0,
      to: typed.length,
      insert: `${command} `,
    }));

const people = (state: State, typed: string, from: number, to: number): readonly Suggestion[] =>
  (state.snapshot?.people ?? [])
    .filter(person => person.id !== state.as && person.id !== 'USLACKBOT')
    .filter(person => person.name.toLowerCase().startsWith(typed.toLowerCase()))
    .sort((one, other) => Number(other.bot) - Number(one.bot))
    .map(person => ({
      key: person.id,
      label: person.name,
      note: person.bot ? 'App' : person.realName,
      from,
      to,
      insert: `@${person.name} `,
      person: person.id,
    }));
