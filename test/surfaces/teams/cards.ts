// What Teams would refuse or draw wrongly in a card, and all of a card's elements in one list.
import type { AdaptiveCard } from '../../../src/surfaces/teams/card/render.ts';

export type Element = Readonly<Record<string, unknown>> & { readonly type: string };

const isElement = (value: unknown): value is Element =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Every element and action as a client that knows them all draws it: fallbacks are left out. */
export function elementsOf(value: unknown): Element[] {
  if (Array.isArray(value)) return value.flatMap(elementsOf);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, child]) => (SKIPPED.has(key) ? [] : elementsOf(child)));
  return isElement(value) ? [value, ...inner] : inner;
}

const SKIPPED = new Set(['fallback', 'data', 'msteams', 'refresh']);

/** Elements of schema 1.5 that we draw, with what each must have; CodeBlock is Teams' own and must have a fallback. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  AdaptiveCard: ['version', 'body', 'fallbackText'],
  TextBlock: ['text', 'wrap'],
  RichTextBlock: ['inlines'],
  TextRun: ['text'],
  CodeBlock: ['codeSnippet', 'fallback'],
  Container: ['items'],
  'Input.ChoiceSet': ['id', 'label', 'choices', 'value'],
  ActionSet: ['actions'],
  'Action.Execute': ['title', 'verb', 'data', 'fallback'],
  'Action.Submit': ['title', 'data'],
  'Action.OpenUrl': ['url'],
};

/** Teams draws six buttons in a row and puts the rest into a menu. */
const MOST_PRIMARY = 6;

export function problemsOf(card: AdaptiveCard): string[] {
  const elements = elementsOf(card);
  const ids = elements.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  return [
    ...elements.flatMap(element => problemsOfElement(element)),
    ...(new Set(ids).size < ids.length ? [`ids stand twice: ${ids.join(', ')}`] : []),
    ...('actions' in card ? ['actions stand at the foot of the card, where a narrow pane cuts them off'] : []),
  ];
}

function problemsOfElement(element: Element): string[] {
  const needs = NEEDS[element.type];
  if (!needs) return [`${element.type} is unknown`];
  const missing = needs.filter(key => element[key] === undefined || element[key] === '');
  return [
    ...missing
      .filter(key => !(element.type === 'Input.ChoiceSet' && key === 'value'))
      .map(key => `${element.type} lacks ${key}`),
    ...(isCrowded(element) ? [`${element.type} holds too many buttons`] : []),
    ...(Array.isArray(element['inlines']) && element['inlines'].length === 0 ? [`${element.type} is empty`] : []),
  ];
}

const isCrowded = ({ actions }: Element): boolean =>
  Array.isArray(actions) && actions.filter(action => action.mode !== 'secondary').length > MOST_PRIMARY;
