// Secrets inside addresses: the password before the host, and what a query string carries.
import { isOpaque } from '../checks.ts';
import { isPlaceholder } from '../placeholder.ts';
import { placed, type Rule } from '../rule.ts';

/** `host:8080/@scope/package` is no password. */
const isNoPort = (secret: string): boolean => !/^\d{1,5}(?:\/|$)/.test(secret);

/** = and &, also percent-encoded or as an HTML entity. */
const query = (names: string, value: string): RegExp =>
  new RegExp(`(?:[?&;#]|%3F|%26)(?:${names})(?:=|%3D)(${value})`, 'i');

const QUERY_VALUE = '[^\\s&#"\'`<>;,)\\\\]';

export const ADDRESS_RULES: readonly Rule[] = [
  placed({
    // Up to the last @ before the path: people forget to encode one in the password.
    kind: 'url-password',
    keywords: ['://'],
    pattern: /:\/\/[^\s:/@"'`<>]{0,256}:([^\s/"'`<>]{1,1024})@(?=[\w.[%$\-{])/,
    check: isNoPort,
  }),
  placed({
    // A slash in the password: up to the first @.
    kind: 'url-password',
    keywords: ['://'],
    pattern: /:\/\/[^\s:/@"'`<>]{1,256}:([^\s@"'`<>]{3,256})@(?=[\w.[-]{1,100}[:/?\s"'])/,
    check: secret => isNoPort(secret) && !secret.includes('://'),
  }),
  placed({
    // A token in the user's place.
    kind: 'url-token',
    keywords: ['://'],
    pattern: /:\/\/([\w~.%+-]{16,512})(?::(?:x-oauth-basic|x-token-auth)?)?@(?=[\w.[-])/,
    check: secret => isOpaque(secret) && !/%40|\.iam$/.test(secret),
  }),
  placed({
    // user:password@tcp(host), as Go's MySQL driver wants it.
    kind: 'url-password',
    keywords: ['@tcp(', '@unix('],
    pattern: /(?<![\w.-])[\w.-]{1,64}:([^\s"'`]{1,256})@(?:tcp|unix)\(/,
  }),
  placed({
    // Oracle: jdbc:oracle:thin:user/password@host, sqlplus user/password@host.
    kind: 'url-password',
    keywords: ['oracle:', 'sqlplus', 'expdp', 'impdp'],
    pattern:
      /(?:oracle:(?:thin|oci):|sqlplus |expdp |impdp )["']?(?:-[sSlL] )?[\w$#.-]{1,64}\/["']?([^\s"'`]{1,128})["']?@(?=[\w/.])/,
  }),
  placed({
    kind: 'signature',
    keywords: ['sig', 'signature', 'hmac'],
    pattern: new RegExp(
      `(?<![\\w-])(?:sig|signature|x-(?:amz|goog|oss)-signature|hmac)(?:=|%3D)(${QUERY_VALUE}{16,2000})`,
      'i',
    ),
  }),
  placed({
    kind: 'query-token',
    keywords: [
      'token',
      'key',
      'code',
      'secret',
      'auth',
      'jwt',
      'session',
      'sid',
      'ticket',
      'assertion',
      'samlresponse',
      'otp',
      'sas',
    ],
    pattern: query(
      '(?:[\\w.-]{0,30}[_.-])?(?:(?:access|auth|id|refresh|user|api|app|bot|client|session|security|private)?[_-]?(?:token|key|secret)|auth|code|jwt|session|sid|ticket|sas|hapikey|client_assertion|assertion|code_verifier|device_code|SAMLResponse|x-(?:amz|goog)-security-token)',
      `${QUERY_VALUE}{8,8000}`,
    ),
    check: secret => isOpaque(secret) && secret.length >= 10 && !isPlaceholder(secret.replace(/%[0-9A-F]{2}/gi, '')),
  }),
];
