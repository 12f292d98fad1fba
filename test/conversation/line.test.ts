import { describe, expect, it } from 'vitest';
import { fill } from '../../src/conversation/line.ts';

describe('a text of an entry', () => {
  it.each([
    ['aws sso login --profile {profile}', 'aws sso login --profile dev'],
    ['aws sso login --region {region}', 'aws sso login --region <region>'],
    ['ssh-keygen -lf $HOME\\.ssh\\{profile}.pub', 'ssh-keygen -lf $HOME\\.ssh\\dev.pub'],
  ])('%s shows its facts, or what is to be put in', (text, shown) => {
    expect(fill(text, { profile: 'dev' })).toBe(shown);
  });

  it.each([`echo $\{profile}`, 'helm template {{profile}}', "jq '{Id, Name}'", 'grep \'cloud *\\{|backend "remote"\''])(
    '%s has no facts',
    text => {
      expect(fill(text, { profile: 'dev' })).toBe(text);
    },
  );
});
