// Draws rich text: what people typed, and what apps send in that form.
import type { ReactNode } from 'react';
import type { RichPart, RichRun } from '../../../slack/blocks/rich-text.ts';
import { CodeBlock } from '../../text/code.tsx';
import { emojiNamed } from './emoji.ts';
import { ChannelMention, Link, Mention, PersonMention } from './text.tsx';

export function RichText({ parts }: { readonly parts: readonly RichPart[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: parts have no names, and a change replaces them all
  return parts.map((part, index) => <Part key={index} part={part} />);
}

function Part({ part }: { readonly part: RichPart }) {
  switch (part.type) {
    case 'rich_text_section':
      return (
        <p className="written">
          <Runs runs={part.elements} />
        </p>
      );
    case 'rich_text_preformatted':
      return <CodeBlock text={part.elements.map(textOf).join('')} />;
    case 'rich_text_quote':
      return (
        <blockquote>
          <Runs runs={part.elements} />
        </blockquote>
      );
    case 'rich_text_list':
      return <List part={part} />;
  }
}

function List({ part }: { readonly part: Extract<RichPart, { readonly type: 'rich_text_list' }> }) {
  const items = part.elements.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: items have no names
    <li key={index}>
      <Runs runs={item.elements} />
    </li>
  ));
  const indent = { marginInlineStart: `${(part.indent ?? 0) * 1.5}rem` };
  if (part.style === 'bullet') return <ul style={indent}>{items}</ul>;
  return (
    <ol style={indent} start={(part.offset ?? 0) + 1}>
      {items}
    </ol>
  );
}

const Runs = ({ runs }: { readonly runs: readonly RichRun[] }): ReactNode =>
  // biome-ignore lint/suspicious/noArrayIndexKey: runs have no names
  runs.map((run, index) => <Run key={index} run={run} />);

function Run({ run }: { readonly run: RichRun }) {
  const { bold, italic, strike, code } = run.style ?? {};
  const inner = drawn(run);
  const coded = code ? <code>{inner}</code> : inner;
  const struck = strike ? <s>{coded}</s> : coded;
  const slanted = italic ? <em>{struck}</em> : struck;
  return bold ? <strong>{slanted}</strong> : slanted;
}

function drawn(run: RichRun): ReactNode {
  switch (run.type) {
    case 'text':
      return run.text;
    case 'link':
      return <Link href={run.url}>{run.text ?? run.url}</Link>;
    case 'user':
      return <PersonMention id={run.user_id} />;
    case 'channel':
      return <ChannelMention id={run.channel_id} />;
    case 'usergroup':
      return <Mention>@{run.usergroup_id}</Mention>;
    case 'broadcast':
      return <Mention>@{run.range}</Mention>;
    case 'emoji':
      return emojiNamed(run.name);
  }
}

function textOf(run: RichRun): string {
  if (run.type === 'text') return run.text;
  return run.type === 'link' ? (run.text ?? run.url) : '';
}
