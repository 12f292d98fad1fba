// Draws the blocks of a message, a form or a home tab.
import type { Block } from '../../../slack/blocks/blocks.ts';
import { RichText } from '../text/rich-text.tsx';
import { Mrkdwn, Text } from '../text/text.tsx';
import { ElementView } from './elements.tsx';
import { InputRow } from './inputs.tsx';
import { Picture } from './picture.tsx';

export function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return (
    <div className="blocks">
      {blocks.map((block, index) => (
        // The place, not the id: a message drawn anew keeps its elements, and with them the keyboard's focus.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={index} className={`block block-${block.type}`} data-block={block.block_id}>
          <BlockView block={block} />
        </div>
      ))}
    </div>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  const id = block.block_id ?? '';
  switch (block.type) {
    case 'section':
      return <Section block={block} />;
    case 'header':
      return (
        <h4>
          <Text text={block.text} />
        </h4>
      );
    case 'divider':
      return <hr />;
    case 'context':
      return <Context block={block} />;
    case 'actions':
      return block.elements.map((element, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place, as above
        <ElementView key={index} block={id} element={element} />
      ));
    case 'input':
      return <InputRow block={block} />;
    case 'image':
      return <Picture url={block.image_url} text={block.title?.text ?? block.alt_text} />;
    case 'markdown':
      return <Mrkdwn text={asMrkdwn(block.text)} />;
    case 'rich_text':
      return <RichText parts={block.elements} />;
  }
}

function Section({ block }: { readonly block: Extract<Block, { readonly type: 'section' }> }) {
  return (
    <>
      <div className="section-text">
        {block.text && <Text text={block.text} />}
        {block.fields && (
          <div className="fields">
            {block.fields.map(field => (
              <div key={field.text}>
                <Text text={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {block.accessory && (
        <div className="accessory">
          <ElementView block={block.block_id ?? ''} element={block.accessory} />
        </div>
      )}
    </>
  );
}

function Context({ block }: { readonly block: Extract<Block, { readonly type: 'context' }> }) {
  return block.elements.map((element, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a context have no names
    <span key={index} className="context-part">
      {element.type === 'image' ? <Picture url={element.image_url} text={element.alt_text} /> : <Text text={element} />}
    </span>
  ));
}

/** The common part of standard Markdown in Slack's own markup: headings and bold text, lists, links. */
const asMrkdwn = (markdown: string): string =>
  markdown
    .replace(/^#{1,6} +(.+)$/gm, '*$1*')
    .replace(/\*\*(.+?)\*\*/g, '*$1*')
    .replace(/^(\s*)[-*] +/gm, '$1• ')
    .replace(/\[([^\]]+)\]\((https?:[^)\s]+)\)/g, '<$2|$1>');
