// What people say about passwords and keys, with and without telling them.
import type { Example } from '../example.ts';
import { made, PASSWORD } from '../made.ts';

export const WORDS: readonly Example[] = [
  {
    kind: 'password',
    secret: PASSWORD,
    text: secret => `my password is ${secret} and it wont let me in`,
    near: 'my password is not accepted and it wont let me in',
  },
  {
    kind: 'password',
    secret: PASSWORD,
    text: secret => `"no password ${secret} here"`,
    near: 'the password policy of the Azure-Portal',
  },
  {
    kind: 'password',
    secret: ['hun', 'ter22'].join(''),
    text: secret => `login with user bob and password ${secret}`,
    near: 'login with user bob and password reset',
  },
  {
    kind: 'password',
    secret: PASSWORD,
    text: secret => `I changed my password to ${secret} yesterday`,
    near: 'I changed my password to something longer yesterday',
  },
  {
    kind: 'password',
    secret: PASSWORD,
    text: secret => `I use ${secret} as the password`,
    near: 'use svc-orders01 as the password owner',
  },
  {
    kind: 'password',
    secret: ['hun', 'ter22'].join(''),
    text: secret => `we put "${secret}" as the root password there`,
    near: 'we put "nothing" as the root password there',
  },
  {
    kind: 'key',
    secret: made(32),
    text: secret => `my api key is ${secret}`,
    near: 'the key fingerprint is SHA256:x and the key id is 4AEE18F83AFDEB23',
  },
  {
    kind: 'key',
    secret: made(32),
    text: secret => `using token ${secret} gives 403`,
    near: 'secret orders-db-2 is missing, token ES256 is fine',
  },
  { kind: 'password', secret: PASSWORD, text: secret => `Password\n${secret}\n`, near: 'Password\nLogin incorrect\n' },
  { kind: 'password', secret: PASSWORD, text: secret => `creds: bob / ${secret}`, near: 'creds: same as last week' },
  {
    kind: 'password',
    secret: PASSWORD,
    text: secret => `I tried bob/${secret} as login`,
    near: 'I used feature/SEC-123-new-page as login page',
  },
  {
    kind: 'one-time-code',
    secret: made(6, '123456789'),
    text: secret => `the mfa code is ${secret}`,
    near: 'the mfa code is 6 digits long, error code 53003',
  },
  {
    kind: 'password',
    secret: PASSWORD,
    text: secret => `login: bob // ${secret}`,
    near: 'login: bob // production account',
  },
  {
    kind: 'key',
    secret: made(18),
    text: secret => `print(token) -> ${secret}`,
    near: 'print(token) -> AbstractTokenProvider2',
  },
  {
    kind: 'key',
    secret: made(18),
    text: secret => `>>> print(os.environ["API_KEY"])\n${secret}`,
    near: '>>> print(os.environ["API_KEY"])\nTraceback (most recent call last):',
  },
];
