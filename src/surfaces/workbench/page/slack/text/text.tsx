// Draws texts: mrkdwn as a tree of elements, plain text as it is.
import type { ReactNode } from 'react';
import type { AnyText } from '../../../slack/blocks/elements.ts';
import { CodeBlock } from '../../text/code.tsx';
import { useWorkbench } from '../state/context.tsx';
import { channelOf, personOf } from '../state/selectors.ts';
import { emojiNamed } from './emoji.ts';
import { type Node, parseMrkdwn } from './mrkdwn.ts';

export function Text({ text }: { readonly text: AnyText }) {
  return text.type === 'mrkdwn' ? <Mrkdwn text={text.text} /> : withEmoji(text.text, text.emoji !== false);
}

export function Mrkdwn({ text }: { readonly text: string }) {
  return <Nodes nodes={parseMrkdwn(text)} />;
}

/** Plain texts may still name emoji. */
const withEmoji = (text: string, wanted: boolean): string =>
  wanted ? text.replace(/:([a-z0-9_+-]+):/g, (_, name: string) => emojiNamed(name)) : text;

const Nodes = ({ nodes }: { readonly nodes: readonly Node[] }): ReactNode =>
  // biome-ignore lint/suspicious/noArrayIndexKey: the tree is drawn anew as a whole, its parts have no other name
  nodes.map((node, index) => <One key={index} node={node} />);

function One({ node }: { readonly node: Node }) {
  switch (node.kind) {
    case 'text':
      return <>{node.text}</>;
    case 'emoji':
      return <>{emojiNamed(node.text)}</>;
    case 'code':
      return <code>{node.text}</code>;
    case 'block':
      return <CodeBlock text={node.text} />;
    case 'bold':
      return (
        <strong>
          <Nodes nodes={node.nodes} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Nodes nodes={node.nodes} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <Nodes nodes={node.nodes} />
        </s>
      );
    case 'quote':
      return (
        <blockquote>
          <Nodes nodes={node.nodes} />
        </blockquote>
      );
    case 'link':
      return (
        <Link href={node.href}>
          <Nodes nodes={node.nodes} />
        </Link>
      );
    case 'user':
      return <PersonMention id={node.id} label={node.label} />;
    case 'channel':
      return <ChannelMention id={node.id} label={node.label} />;
    case 'group':
      return <Mention>@{node.label?.replace(/^@/, '') ?? node.id}</Mention>;
    case 'broadcast':
      return <Mention>@{node.id}</Mention>;
  }
}

/** Only addresses that lead to pages or mail: whatever else a message calls a link stays text. */
export function Link({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  if (!/^(?:https?|mailto|tel):/.test(href)) return <>{children}</>;
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}

export function PersonMention({ id, label }: { readonly id: string; readonly label?: string | undefined }) {
  const { state } = useWorkbench();
  const person = personOf(state, id);
  return <Mention mine={id === state.as}>@{person.name === 'Somebody' ? (label ?? id) : person.name}</Mention>;
}

export function ChannelMention({ id, label }: { readonly id: string; readonly label?: string | undefined }) {
  const { state, dispatch } = useWorkbench();
  const channel = channelOf(state, id);
  if (!channel) return <Mention>#{label ?? id}</Mention>;
  return (
    <button type="button" className="mention" onClick={() => dispatch({ kind: 'channel', channel: id })}>
      #{channel.name}
    </button>
  );
}

export function Mention({ mine = false, children }: { readonly mine?: boolean; readonly children: ReactNode }) {
  return <span className={mine ? 'mention mention-mine' : 'mention'}>{children}</span>;
}
