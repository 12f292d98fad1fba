import { describe, expect, it } from 'vitest';
import { written } from '../../../../src/surfaces/workbench/slack/written.ts';

const PEOPLE = [
  { id: 'U0YOU', name: 'You' },
  { id: 'U0PRIYA', name: 'Priya' },
  { id: 'U0LOCKSMITH', name: 'Locksmith' },
];

describe('text as Slack writes it down', () => {
  it.each([
    { name: 'escapes exactly three characters', typed: 'a < b && c > "d"', text: 'a &lt; b &amp;&amp; c &gt; "d"' },
    { name: 'keeps what already looks escaped', typed: '&lt;', text: '&amp;lt;' },
    {
      name: 'links addresses',
      typed: 'see https://a.example/x?y=1&z=2.',
      text: 'see <https://a.example/x?y=1&amp;z=2>.',
    },
    { name: 'leaves brackets outside an address', typed: '(https://a.example/x)', text: '(<https://a.example/x>)' },
    {
      name: 'links hosts without a scheme',
      typed: 'to sts.amazonaws.com, it',
      text: 'to <http://sts.amazonaws.com|sts.amazonaws.com>, it',
    },
    {
      name: 'links mail',
      typed: 'ci@p.iam.gserviceaccount.com',
      text: '<mailto:ci@p.iam.gserviceaccount.com|ci@p.iam.gserviceaccount.com>',
    },
    { name: 'turns names into mentions', typed: '@locksmith and @Priya!', text: '<@U0LOCKSMITH> and <@U0PRIYA>!' },
    { name: 'knows the broadcasts', typed: '@here look', text: '<!here> look' },
    { name: 'keeps inline code together', typed: 'run `aws sso login` now', text: 'run `aws sso login` now' },
    { name: 'links an address inside code', typed: '`curl https://a.example`', text: '`curl <https://a.example>`' },
    { name: 'keeps fences', typed: 'see\n```\na <b>\n  c\n```\nok', text: 'see\n```a &lt;b&gt;\n  c```ok' },
    { name: 'keeps line breaks', typed: 'one\n\ntwo', text: 'one\n\ntwo' },
    { name: 'trims what surrounds it', typed: '  x \n', text: 'x' },
  ])('$name', ({ typed, text }) => {
    expect(written(typed, PEOPLE).text).toBe(text);
  });

  it.each([
    'java.io.IOException: no',
    'arn:aws:iam::123456789012:role/ci',
    's3://bucket.com/key',
    'thanks @Priyanka',
    'mail@locksmith',
    'File "main.py", line 3',
    'ratio 3:4:5',
    '1.2.3.4:443',
  ])('leaves %s as it is', typed => {
    expect(written(typed, PEOPLE).text).toBe(typed);
  });

  it('brings the same as rich text, unescaped', () => {
    expect(written('a <b> `c` @Priya https://x.example', PEOPLE).block).toEqual({
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: 'a <b> ' },
            { type: 'text', text: 'c', style: { code: true } },
            { type: 'text', text: ' ' },
            { type: 'user', user_id: 'U0PRIYA' },
            { type: 'text', text: ' ' },
            { type: 'link', url: 'https://x.example' },
          ],
        },
      ],
    });
  });

  it('stays quick on a megabyte without anything to find', () => {
    const typed = 'a:b.c@d`e<f '.repeat(80_000);
    expect(written(typed, PEOPLE).text.length).toBeGreaterThan(typed.length);
  });
});
