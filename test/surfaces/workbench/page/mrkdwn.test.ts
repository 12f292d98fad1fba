import { describe, expect, it } from 'vitest';
import { type Node, parseMrkdwn } from '../../../../src/surfaces/workbench/page/slack/text/mrkdwn.ts';

/** The tree in one line: `b(x)` bold, `i` italic, `s` struck, `q` quote, `[code]`, `{block}`, `a<href>(label)`. */
const shown = (nodes: readonly Node[]): string => nodes.map(show).join('');

function show(node: Node): string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'code':
      return `[${node.text}]`;
    case 'block':
      return `{${node.text}}`;
    case 'emoji':
      return `:${node.text}:`;
    case 'link':
      return `a<${node.href}>(${shown(node.nodes)})`;
    case 'bold':
    case 'italic':
    case 'strike':
    case 'quote':
      return `${node.kind[0]}(${shown(node.nodes)})`;
    default:
      return `${node.kind}(${node.id}${node.label ? `|${node.label}` : ''})`;
  }
}

describe('mrkdwn', () => {
  it.each([
    ['*bold* _slanted_ ~struck~', 'b(bold) i(slanted) s(struck)'],
    ['*bold _and slanted_*', 'b(bold i(and slanted))'],
    ['~See who~  ·  Priya, 10:42', 's(See who)  ·  Priya, 10:42'],
    ['a &lt;b&gt; &amp;amp;', 'a <b> &amp;'],
    ['`a *b* &lt;c&gt;`', '[a *b* <c>]'],
    ['```a\n  *b* &lt;c&gt;```', '{a\n  *b* <c>}'],
    ['see\n```\nx\n```\nthen', 'see\n{x}then'],
    ['<https://a.example/?x=1&amp;y=2|AWS *docs*>', 'a<https://a.example/?x=1&y=2>(AWS b(docs))'],
    ['<https://a.example>', 'a<https://a.example>(https://a.example)'],
    ['see https://a.example/x_y.', 'see a<https://a.example/x_y>(https://a.example/x_y).'],
    ['`curl <https://a.example|a.example>`', '[curl a.example]'],
    ['<@U1> <#C1|help> <!subteam^S1|@oncall> <!here>', 'user(U1) channel(C1|help) group(S1|@oncall) broadcast(here)'],
    ['<!date^1700000000^{date_short}|14 Nov>', '14 Nov'],
    ['&gt; quoted\n&gt; *too*\nnot', 'q(quoted\nb(too))not'],
    [':lock: *x*', ':lock: b(x)'],
  ])('%s', (text, tree) => {
    expect(shown(parseMrkdwn(text))).toBe(tree);
  });

  it.each(['2*3*4', 'snake_case_word', 'a * b * c', '* not a list', '5 ~ 6 ~ 7', '**', '__init__', 'x > y'])(
    'leaves %s alone',
    text => {
      expect(shown(parseMrkdwn(text))).toBe(text);
    },
  );

  it('makes no link of what is none', () => {
    expect(shown(parseMrkdwn('<javascript:alert(1)|x>'))).toBe('<javascript:alert(1)|x>');
  });

  it('loses no text, whatever it is given', () => {
    const text = '*_~`<>|:&\n'.repeat(500);
    expect(shown(parseMrkdwn(text)).length).toBeGreaterThan(0);
  });
});
