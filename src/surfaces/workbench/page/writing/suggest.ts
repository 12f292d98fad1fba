// What the composer offers to complete: commands at the start of a line, people after an @.
import type { State } from '../state/state.ts';

/** Replaces the text between `from` and `to`; `caret` is counted from `from`, by default the end of what is inserted. */
export type Suggestion = {
  readonly key: string;
  readonly label: string;
  readonly note: string;
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly caret?: number;
  readonly person?: string;
};

export function suggestionsFor(state: State, text: string, caret: number, inThread: boolean): readonly Suggestion[] {
  const before = text.slice(0, caret);
  const command = /^\/[\w-]*$/.exec(before);
  if (command && !inThread) return commands(state, command[0]);
  const mention = /(?<![\w.])@([\p{L}]*)$/u.exec(before);
  return mention ? people(state, mention[1] ?? '', mention.index, caret) : [];
}

export function applySuggestion(text: string, suggestion: Suggestion) {
  const { from, to, insert } = suggestion;
  return { text: text.slice(0, from) + insert + text.slice(to), caret: from + (suggestion.caret ?? insert.length) };
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
