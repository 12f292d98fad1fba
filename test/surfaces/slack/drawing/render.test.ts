import { describe, expect, it } from 'vitest';
import type { Block, Reply } from '../../../../src/conversation/reply.ts';
import { render } from '../../../../src/surfaces/slack/drawing/render.ts';

const reply = (...blocks: Block[]): Reply => ({ id: 'turn-1', summary: 'said', blocks });

describe('text from outside', () => {
  it('mentions nobody and opens no markup, wherever it stands', () => {
    const evil = '<!channel> <@U1> <https://evil.example|click> & *b*';
    const { text, blocks } = render({
      ...reply(
        { kind: 'heading', text: evil },
        { kind: 'text', text: [{ kind: 'plain', text: evil }] },
        { kind: 'code', text: evil },
        { kind: 'quiet', text: [{ kind: 'code', text: evil }] },
      ),
      summary: evil,
    });
    expect(text).toBe('&lt;!channel&gt; &lt;@U1&gt; &lt;https://evil.example|click&gt; &amp; *b*');
    const mrkdwn = JSON.stringify(blocks.filter(block => block.type === 'context'));
    expect(mrkdwn).not.toContain('<');
    expect(JSON.stringify(blocks)).not.toMatch(/"type":"(?:user|usergroup|broadcast)"/);
  });
});

describe('small print', () => {
  it('keeps blanks outside of bold, where Slack would not see it otherwise', () => {
    const drawn = render(
      reply({
        kind: 'quiet',
        text: [
          { kind: 'bold', text: 'When: ' },
          { kind: 'plain', text: 'now' },
        ],
      }),
    ).blocks;
    expect(drawn).toMatchObject([{ elements: [{ text: '*When:* now' }] }]);
  });
});

describe('a checklist', () => {
  const items = Array.from({ length: 12 }, (_, i) => ({
    step: `step-${i}`,
    label: `Do thing ${i}`,
    done: i === 3,
    open: i === 4,
    ...(i === 3 && { note: 'Ada, 09:00 UTC' }),
  }));
  const drawn = render(reply({ kind: 'checklist', entry: 'aws/expired-token', title: 'Checklist', items })).blocks;

  it('is drawn in groups of ten, ticks in place', () => {
    expect(drawn).toMatchObject([
      { type: 'context' },
      {
        type: 'actions',
        elements: [
          { type: 'checkboxes', initial_options: [{ value: 'step-3', description: { text: 'Ada, 09:00 UTC' } }] },
        ],
      },
      { type: 'actions', elements: [{ type: 'checkboxes', options: [{ value: 'step-10' }, { value: 'step-11' }] }] },
    ]);
  });

  it('is a new block to Slack whenever its ticks change, so that clients draw it anew', () => {
    const undone = render(
      reply({
        kind: 'checklist',
        entry: 'aws/expired-token',
        title: 'Checklist',
        items: items.map(item => ({ ...item, done: false })),
      }),
    ).blocks;
    expect(undone[1]?.block_id).not.toBe(drawn[1]?.block_id);
    expect(undone[2]?.block_id).toBe(drawn[2]?.block_id);
  });
});
