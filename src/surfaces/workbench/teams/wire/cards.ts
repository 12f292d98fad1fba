// What Teams would not draw in a card that a bot sends: the reasons, empty when it is fine.
import { isRecord } from '../../exchange.ts';
import { LIMITS } from '../limits.ts';
import type { Card } from '../protocol.ts';

/** Elements and actions of schema 1.5 that bots may send; `CodeBlock` is Teams' own. */
const KNOWN = new Set([
  'AdaptiveCard',
  'TextBlock',
  'RichTextBlock',
  'TextRun',
  'Image',
  'ImageSet',
  'Container',
  'ColumnSet',
  'Column',
  'FactSet',
  'Fact',
  'Table',
  'TableRow',
  'TableCell',
  'ActionSet',
  'CodeBlock',
  'Input.ChoiceSet',
  'Input.Text',
  'Input.Toggle',
  'Action.Execute',
  'Action.Submit',
  'Action.OpenUrl',
  'Action.ShowCard',
  'Action.ToggleVisibility',
]);

export const isCard = (value: unknown): value is Card => isRecord(value) && value['type'] === 'AdaptiveCard';

export function problemsOf(card: Card): readonly string[] {
  const elements = elementsOf(card);
  const { refresh } = card;
  const viewers = isRecord(refresh) && Array.isArray(refresh['userIds']) ? refresh['userIds'].length : 0;
  return [
    ...(Number(card['version']) <= LIMITS.cardVersion ? [] : [`version ${card['version']} is not drawn`]),
    ...elements.filter(({ type }) => !KNOWN.has(type)).map(({ type }) => `${type} is unknown`),
    ...elements.flatMap(choicesWithCommas),
    ...(viewers > LIMITS.viewers ? [`refresh names ${viewers} people, at most ${LIMITS.viewers} are taken`] : []),
  ];
}

type Element = Card & { readonly type: string };

/** What is fallen back on, carried along, or meant for Teams alone holds no elements to draw. */
const ASIDE = new Set(['fallback', 'data', 'msteams', 'refresh', 'entities']);

function elementsOf(value: unknown): readonly Element[] {
  if (Array.isArray(value)) return value.flatMap(elementsOf);
  if (!isRecord(value)) return [];
  const inner = Object.entries(value).flatMap(([key, child]) => (ASIDE.has(key) ? [] : elementsOf(child)));
  const { type } = value;
  return typeof type === 'string' ? [{ ...value, type }, ...inner] : inner;
}

/** Several choices come back joined by commas. */
function choicesWithCommas({ type, choices }: Element): readonly string[] {
  if (type !== 'Input.ChoiceSet' || !Array.isArray(choices)) return [];
  return choices
    .filter(choice => String(choice.value).includes(','))
    .map(choice => `choice ${choice.value} holds a comma`);
}

/** UTF-8, as it goes over the wire. */
export const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;
