import { describe, expect, it } from 'vitest';
import { cut } from '../../../../src/conversation/follow-ups/reading/tokens.ts';

const kinds = (text: string): string =>
  cut(text)
    .map(({ kind, text }) => `${text}/${kind}`)
    .join(' ');

describe('cutting a message', () => {
  it.each([
    ['It’s done!', "it's/word done/word !/mark"],
    ['done.thanks', 'done/word ./mark thanks/word'],
    ['settings.xml', 'settings.xml/code'],
    ['~/.aws/config', '~/.aws/config/code'],
    ['AADSTS7000215 again', 'aadsts7000215/code again/word'],
    ['sts:AssumeRole', 'sts:assumerole/code'],
    ['invalid_grant', 'invalid_grant/code'],
    ['on 10.0.0.1', 'on/word 10.0.0.1/code'],
    ['k8s 1h v2 50%', 'k8s/word 1h/amount v2/amount 50%/amount'],
    ['<@U024BE7LH> @ops', '<@u024be7lh>/mention @ops/mention'],
    ['why @10.0.0.7', 'why/word 10.0.0.7/code'],
    [':tada: 👍🏽 ✔️ :)', ':tada:/emoji 👍🏽/emoji ✔️/emoji :)/emoji'],
    ['1-3', '1/number -/mark 3/number'],
    ['the 2nd', 'the/word 2nd/ordinal'],
    ['`rm -rf x` done', '\uE000/code done/word'],
    ['[redacted:aws-secret] done', '[redacted:aws-secret]/code done/word'],
    ['a &amp; b', 'a/word &/mark b/word'],
  ])('%s', (text, want) => expect(kinds(text)).toBe(want));

  it('reads only the beginning of a long paste', () => expect(cut('word '.repeat(100_000)).length).toBeLessThan(400));
});
