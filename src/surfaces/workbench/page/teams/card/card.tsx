// One Adaptive Card, drawn by Microsoft's own renderer.
import {
  type Action,
  AdaptiveCard,
  type CardElement,
  CardObjectRegistry,
  ExecuteAction,
  GlobalRegistry,
  GlobalSettings,
  OpenUrlAction,
  SerializationContext,
  SubmitAction,
  Versions,
} from 'adaptivecards';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Card } from '../../../teams/protocol.ts';
import { CodeBlock } from './code-block.ts';
import { hostConfig } from './host-config.ts';
import { linkedHere } from './links.ts';
import { drawMarkdown } from './markdown.ts';

export type CardAction = {
  readonly type: 'Action.Execute' | 'Action.Submit';
  readonly verb: string;
  readonly data: Record<string, unknown>;
};

// In Teams what finds no room in a row stands in the menu at its end.
GlobalSettings.allowMoreThanMaxActionsInOverflowMenu = true;

/** The renderer has one Markdown reader for all its cards. */
AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = drawMarkdown(text);
  result.didProcess = true;
};

type CardViewProps = { readonly card: Card; readonly onAction: (action: CardAction) => void };

/** A card is drawn anew only when it has changed: what is ticked in it and not sent yet stays. */
export function CardView({ card, onAction }: CardViewProps) {
  const host = useRef<HTMLDivElement>(null);
  const act = useRef(onAction);
  useEffect(() => {
    act.current = onAction;
  });
  const source = JSON.stringify(card);
  // Before it is shown, so that what scrolls to its end finds the end where it stays.
  useLayoutEffect(() => {
    const drawn = new AdaptiveCard();
    drawn.hostConfig = hostConfig;
    drawn.onExecuteAction = action => follow(action, act.current);
    drawn.parse(JSON.parse(source), contextFor(isPhone()));
    const element = drawn.render();
    host.current?.replaceChildren(...(element ? [element] : []));
  }, [source]);
  return <div ref={host} className="card" />;
}

/** Teams' apps for phones do not draw code blocks: msteams-docs, format-code-block. */
const isPhone = (): boolean => matchMedia('(width < 860px)').matches;

function contextFor(phone: boolean): SerializationContext {
  const context = new SerializationContext(Versions.v1_5);
  const elements = new CardObjectRegistry<CardElement>();
  GlobalRegistry.populateWithDefaultElements(elements);
  if (!phone) elements.register('CodeBlock', CodeBlock);
  context.setElementRegistry(elements);
  return context;
}

function follow(action: Action, act: (action: CardAction) => void): void {
  if (action instanceof OpenUrlAction) open(action.url);
  else if (action instanceof ExecuteAction) act({ type: 'Action.Execute', verb: action.verb, data: dataOf(action) });
  else if (action instanceof SubmitAction) act({ type: 'Action.Submit', verb: '', data: dataOf(action) });
}

function open(url = ''): void {
  const here = linkedHere(url);
  if (here) location.hash = here;
  else window.open(url, '_blank', 'noopener');
}

/** Inputs are merged into what the button carries. */
const dataOf = ({ data }: ExecuteAction | SubmitAction): Record<string, unknown> => ({ ...data });
