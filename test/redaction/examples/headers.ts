// Secrets in HTTP headers, and headers without any.
import type { Example } from '../example.ts';
import { base64, guid, HEX, jwt, made } from '../made.ts';

const basic = base64(`svc:${made(14)}`);

export const HEADERS: readonly Example[] = [
  {
    kind: 'jwt',
    secret: jwt(),
    text: secret => `decoded ${secret} at jwt.io`,
    near: 'a JWT begins with eyJ and has two dots',
  },
  {
    kind: 'authorization',
    secret: made(40, HEX),
    text: secret => `Authorization: token ${secret}`,
    near: 'Authorization: Bearer <token>',
  },
  {
    kind: 'bearer-token',
    secret: made(40),
    text: secret => `sends Bearer ${secret} to the API`,
    near: 'WWW-Authenticate: Bearer realm="https://auth.example.com/token",service="registry"',
  },
  {
    kind: 'basic-credentials',
    secret: basic,
    text: secret => `it sends Basic ${secret}`,
    near: 'Basic authentication is not supported, RetryHandler',
  },
  {
    kind: 'signature',
    secret: made(64, HEX),
    text: secret =>
      `Authorization: AWS4-HMAC-SHA256 Credential=x/20260101/eu-west-1/s3/aws4_request, Signature=${secret}`,
    near: 'SignatureDoesNotMatch: the signature we calculated does not match, Signature=wrong',
  },
  {
    kind: 'authorization',
    secret: guid(),
    text: secret => `curl sends GenieKey ${secret}`,
    near: 'use the GenieKey scheme with an API key',
  },
  {
    kind: 'session-cookie',
    secret: made(64),
    text: secret => `Cookie: theme=dark; session=${secret}`,
    near: 'Set-Cookie: theme=dark; Path=/; Expires=Wed, 21 Oct 2026 07:28:00 GMT',
  },
  {
    kind: 'cookie',
    secret: made(32),
    text: secret => `Cookie: _acme=${secret}; theme=dark`,
    near: 'Cookie: theme=dark; lang=en',
  },
  {
    kind: 'session-cookie',
    secret: made(32),
    text: secret => `.example.com\tTRUE\t/\tTRUE\t0\tx\t${secret}`,
    near: '.example.com\tTRUE\t/\tTRUE',
  },
  {
    kind: 'session-cookie',
    secret: made(32),
    text: secret => `JSESSIONID=${secret}`,
    near: 'session: botocore-session-1718000000',
  },
];
