// How elements report what people do with them: every choice made in one message or form, and where to send it.
import { createContext, useContext, useState } from 'react';
import type { Choice } from '../../../protocol.ts';
import type { Block } from '../../../slack/blocks/blocks.ts';
import type { Element } from '../../../slack/blocks/elements.ts';
import { initialValues } from '../../../slack/blocks/initial.ts';

export type Choosing = {
  readonly choices: readonly Choice[];
  /** Keeps a choice, and sends it where the platform would. */
  readonly choose: (choice: Choice, sends: boolean) => void;
  /** What the app said is wrong, by block. */
  readonly errors: Readonly<Record<string, string>>;
};

const NOTHING: Choosing = { choices: [], choose: () => undefined, errors: {} };
export const ChoosingContext = createContext<Choosing>(NOTHING);

/** `id` names the element for labels; `set` keeps what was chosen and, if asked to, sends it. */
export type Held = {
  readonly values: readonly string[];
  readonly set: (values: readonly string[], sends?: boolean) => void;
};

export function useHeld(block: string, element: Element): Held {
  const { choices, choose } = useContext(ChoosingContext);
  const action = ('action_id' in element ? element.action_id : undefined) ?? '';
  const chosen = choices.find(choice => choice.block === block && choice.action === action)?.values;
  return {
    values: chosen ?? initialValues(element),
    set: (values, sends = true) => choose({ block, action, values }, sends),
  };
}

export const useErrors = (): Readonly<Record<string, string>> => useContext(ChoosingContext).errors;

/** Choices are the viewer's own until the app draws the message anew: another `version` forgets them. */
export function useChoices(
  version: number | string,
): readonly [readonly Choice[], (choice: Choice) => readonly Choice[]] {
  const [kept, keep] = useState<{ readonly version: number | string; readonly choices: readonly Choice[] }>({
    version,
    choices: [],
  });
  const choices = kept.version === version ? kept.choices : [];
  const add = (choice: Choice): readonly Choice[] => {
    const others = choices.filter(one => one.block !== choice.block || one.action !== choice.action);
    const next = [...others, choice];
    keep({ version, choices: next });
    return next;
  };
  return [choices, add];
}

/** What stands in a form's row waits for its submission, unless the row says otherwise. */
export function isSentAtOnce(blocks: readonly Block[], choice: Choice): boolean {
  const block = blocks.find(one => one.block_id === choice.block);
  return block?.type !== 'input' || block.dispatch_action === true;
}
