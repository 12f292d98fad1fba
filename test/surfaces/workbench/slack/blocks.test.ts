import { describe, expect, it } from 'vitest';
import { checkBlocks, checkView } from '../../../../src/surfaces/workbench/slack/blocks/check.ts';

const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const plain = (text: string) => ({ type: 'plain_text', text });
const section = (text: string) => ({ type: 'section', text: mrkdwn(text) });
const option = (value: string, text = value) => ({ text: mrkdwn(text), value });
const plainOption = (value: string) => ({ text: plain(value), value });
const actions = (...elements: readonly unknown[]) => ({ type: 'actions', elements });
const ticks = (more: object) =>
  actions({ type: 'checkboxes', action_id: 'a', options: [option('1'), option('2')], ...more });
const many = <One>(count: number, make: (index: number) => One) =>
  Array.from({ length: count }, (_, index) => make(index));
const button = (more: object = {}) => ({ type: 'button', text: plain('Go'), ...more });

describe('blocks Slack takes', () => {
  it.each([
    { name: 'a section at its limit', blocks: [section('x'.repeat(3_000))] },
    { name: 'fifty blocks', blocks: many(50, () => ({ type: 'divider' })) },
    { name: 'ticks with mrkdwn in their options', blocks: [ticks({ initial_options: [option('2')] })] },
    { name: 'fields without a text', blocks: [{ type: 'section', fields: [mrkdwn('a'), plain('b')] }] },
    { name: 'a menu of one option', blocks: [actions({ type: 'overflow', options: [plainOption('x')] })] },
    {
      name: 'several choices beside a section',
      blocks: [{ ...section('x'), accessory: { type: 'multi_static_select', options: [plainOption('x')] } }],
    },
    { name: 'a quiet line', blocks: [{ type: 'context', elements: [mrkdwn('a')] }] },
    {
      name: 'rich text',
      blocks: [
        { type: 'rich_text', elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'x' }] }] },
      ],
    },
    { name: 'standard markdown', blocks: [{ type: 'markdown', text: '**x**' }] },
    { name: 'nothing', blocks: [] },
  ])('takes $name', ({ blocks }) => {
    expect(checkBlocks(blocks)).toMatchObject({ kind: 'fine' });
  });
});

describe('blocks Slack refuses', () => {
  it.each([
    { name: 'no list', blocks: { type: 'divider' }, error: 'invalid_blocks_format' },
    {
      name: 'an unknown type',
      blocks: [{ type: 'sections' }],
      says: 'unsupported type: sections [json-pointer:/blocks/0/type]',
    },
    {
      name: '51 blocks',
      blocks: many(51, () => ({ type: 'divider' })),
      says: 'no more than 50 items allowed [json-pointer:/blocks]',
    },
    {
      name: 'a long section',
      blocks: [section('x'.repeat(3_001))],
      says: 'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    },
    {
      name: 'an empty text',
      blocks: [section('')],
      says: 'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
    },
    {
      name: 'an empty section',
      blocks: [{ type: 'section' }],
      says: 'must define either `text` or `fields` [json-pointer:/blocks/0]',
    },
    {
      name: 'mrkdwn in a header',
      blocks: [{ type: 'header', text: mrkdwn('x') }],
      says: 'unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]',
    },
    {
      name: 'a long header',
      blocks: [{ type: 'header', text: plain('x'.repeat(151)) }],
      says: 'must be less than 151 characters',
    },
    {
      name: 'an unknown property',
      blocks: [{ type: 'divider', text: 'x' }],
      says: 'invalid additional property: text [json-pointer:/blocks/0]',
    },
    {
      name: 'a button without text',
      blocks: [actions({ type: 'button' })],
      says: 'missing required field: text [json-pointer:/blocks/0/elements/0]',
    },
    {
      name: 'a long button',
      blocks: [actions(button({ text: plain('x'.repeat(76)) }))],
      says: 'must be less than 76 characters',
    },
    {
      name: 'an unknown style',
      blocks: [actions(button({ style: 'ghost' }))],
      says: 'failed to match all allowed schemas [json-pointer:/blocks/0/elements/0/style]',
    },
    {
      name: 'a long option',
      blocks: [ticks({ options: [option('1', 'x'.repeat(76))] })],
      says: 'must be less than 76 characters',
    },
    {
      name: 'a long option value',
      blocks: [ticks({ options: [option('x'.repeat(76), 'x')] })],
      says: 'must be less than 76 characters',
    },
    {
      name: 'eleven ticks',
      blocks: [ticks({ options: many(11, index => option(String(index))) })],
      says: 'no more than 10 items allowed',
    },
    { name: 'no ticks', blocks: [ticks({ options: [] })], says: 'no fewer than 1 items allowed' },
    {
      name: 'an empty list of first ticks',
      blocks: [ticks({ initial_options: [] })],
      says: 'no fewer than 1 items allowed',
    },
    {
      name: 'a first tick that is worded otherwise',
      blocks: [ticks({ initial_options: [option('1', '~1~')] })],
      says: 'initial_options must be among the options',
    },
    {
      name: 'mrkdwn in a menu',
      blocks: [actions({ type: 'static_select', options: [option('1')] })],
      says: 'unsupported type: mrkdwn',
    },
    {
      name: 'a menu without options',
      blocks: [actions({ type: 'static_select' })],
      says: 'missing required field: options',
    },
    {
      name: 'six further actions',
      blocks: [actions({ type: 'overflow', options: many(6, index => plainOption(String(index))) })],
      says: 'no more than 5 items allowed',
    },
    {
      name: 'several choices among actions',
      blocks: [actions({ type: 'multi_static_select', options: [plainOption('x')] })],
      says: 'unsupported type: multi_static_select',
    },
    {
      name: '26 buttons',
      blocks: [actions(...many(26, index => button({ action_id: `${index}` })))],
      says: 'no more than 25 items allowed',
    },
    {
      name: 'one block id twice',
      blocks: [
        { type: 'divider', block_id: 'a' },
        { type: 'divider', block_id: 'a' },
      ],
      says: '`block_id` a already exists [json-pointer:/blocks/1/block_id]',
    },
    {
      name: 'one action id twice',
      blocks: [actions(button({ action_id: 'a' }), button({ action_id: 'a' }))],
      says: '`action_id` a already exists',
    },
    {
      name: 'more text than a message holds',
      blocks: many(5, () => section('x'.repeat(2_700))),
      error: 'msg_blocks_too_long',
    },
  ])('refuses $name', ({ blocks, says, error = 'invalid_blocks' }) => {
    const checked = checkBlocks(blocks);
    expect(checked).toMatchObject({ kind: 'refused', error });
    if (says) expect(checked.kind === 'refused' && checked.problems.join()).toContain(says);
  });
});

describe('views', () => {
  const input = { type: 'input', label: plain('x'), element: { type: 'plain_text_input' } };
  it.each([
    { name: 'a form', view: { type: 'modal', title: plain('x'), submit: plain('Go'), blocks: [input] } },
    { name: 'a hundred blocks at home', view: { type: 'home', blocks: many(100, () => ({ type: 'divider' })) } },
  ])('takes $name', ({ view }) => {
    expect(checkView(view)).toMatchObject({ kind: 'fine' });
  });

  it.each([
    {
      name: 'a long title',
      view: { type: 'modal', title: plain('x'.repeat(25)), blocks: [] },
      says: 'must be less than 25 characters [json-pointer:/view/title/text]',
    },
    {
      name: 'rows without a button',
      view: { type: 'modal', title: plain('x'), blocks: [input] },
      says: 'missing required field: submit [json-pointer:/view]',
    },
    {
      name: 'much private metadata',
      view: { type: 'home', blocks: [], private_metadata: 'x'.repeat(3_001) },
      says: 'must be less than 3001 characters',
    },
    {
      name: 'an unknown type',
      view: { type: 'page', blocks: [] },
      says: 'unsupported type: page [json-pointer:/view/type]',
    },
  ])('refuses $name', ({ view, says }) => {
    const checked = checkView(view);
    expect(checked).toMatchObject({ kind: 'refused', error: 'invalid_arguments' });
    expect(checked.kind === 'refused' && checked.problems.join()).toContain(says);
  });
});
