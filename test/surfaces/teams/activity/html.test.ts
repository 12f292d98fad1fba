import { describe, expect, it } from 'vitest';
import { decodeHtml, decodePlain } from '../../../../src/surfaces/teams/activity/html.ts';

describe('HTML as Teams writes it', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['one line', '<p>An error occurred</p>', 'An error occurred'],
    ['a line in a paragraph each', '<p>one</p>\n<p>two</p>', 'one\ntwo'],
    ['an empty paragraph between lines', '<p>one</p><p>&nbsp;</p><p>two</p>', 'one\n\ntwo'],
    ['divs in a div', '<div><div>one</div>\n<div>two</div>\n</div>', 'one\ntwo'],
    ['line breaks', 'one<br>two<br/>three', 'one\ntwo\nthree'],
    ['no-break spaces', 'aws&nbsp;s3\u00a0ls', 'aws s3 ls'],
    [
      'a code block with its indents',
      '<pre class="language-yaml"><code>a:<br>&nbsp; b: 1\n  c: 2</code></pre>',
      'a:\n  b: 1\n  c: 2',
    ],
    ['the new editor’s code block', '<codeblock class="Bash"><code>one<br>two</code></codeblock>', 'one\ntwo'],
    ['inline code', '<p>run <code>aws sso login</code> now</p>', 'run aws sso login now'],
    [
      'a table',
      '<table><tr><td>code</td><td>403</td></tr><tr><td>who</td><td>me</td></tr></table>',
      'code\t403\nwho\tme',
    ],
    ['a list', '<ul><li>one</li><li>two</li></ul>', 'one\ntwo'],
    [
      'quoted XML',
      '<p>&lt;Error&gt;&lt;Code&gt;ExpiredToken&lt;/Code&gt;&lt;/Error&gt;</p>',
      '<Error><Code>ExpiredToken</Code></Error>',
    ],
    ['entities once and not twice', '<p>&amp;lt; &#39;x&#39; &#x2F; &unknown;</p>', "&lt; 'x' / &unknown;"],
    ['the bot’s mention', '<p><at id="0">Locksmith</at>&nbsp;help me</p>', 'help me'],
    [
      'the bot’s mention as a span',
      '<div><span itemtype="http://schema.skype.com/Mention" itemscope="" itemid="0">Locksmith</span>&nbsp;help</div>',
      'help',
    ],
    ['somebody else’s mention', '<p><at id="1">Grace</at>, seen this?</p>', '@Grace, seen this?'],
    ['spans that are no mention', '<p><span style="color:red">red</span> alert</p>', 'red alert'],
    ['an attachment', '<p>see</p><attachment id="1"></attachment>', 'see'],
    ['tags that never close', '<p>one <b>two <at>three', 'one two three'],
    ['a lone bracket', 'a < b and c > d', 'a < b and c > d'],
  ];
  it.each(cases)('%s', (_, html, text) => {
    expect(decodeHtml(html, ['Locksmith'])).toBe(text);
  });

  it('takes a long and twisted message in its stride', () => {
    const twisted = '<at><span itemtype="http://schema.skype.com/Mention'.repeat(20_000);
    const begun = performance.now();
    decodeHtml(twisted, ['Locksmith']);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});

describe('plain text as Teams writes it', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['nothing special', 'a <b> &lt; c', 'a <b> &lt; c'],
    ['the bot’s mention', '<at>Locksmith</at>&nbsp;help', 'help'],
    ['mentions of others', 'ask <at>Grace Hopper</at>', 'ask @Grace Hopper'],
    ['Windows line ends', 'one\r\ntwo\r\n\r\n\r\nthree', 'one\ntwo\n\nthree'],
  ];
  it.each(cases)('%s', (_, text, expected) => {
    expect(decodePlain(text, ['Locksmith'])).toBe(expected);
  });
});
