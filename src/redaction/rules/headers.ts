// HTTP headers: authorization in every scheme, and cookies.
import { isOpaque, isToken } from '../checks.ts';
import { issued, placed, type Rule } from '../rule.ts';
import { isGuid } from '../wording.ts';

/** No word that says what is missing, and no parameter of a challenge. */
const isCredential = (secret: string): boolean =>
  secret.length >= 8 && (isOpaque(secret) || /[+/=]/.test(secret)) && !/^[a-z_]+=/i.test(secret);

/** The line of a Cookie or Set-Cookie header, or of a cookie option. */
const COOKIES = /(?:cookies?["']?(?::|=|\s)|(?:-b|--cookie)[ =])[^\n]{4,16000}/gi;

const SESSION_NAMES =
  '[\\w.-]{0,40}(?:sess(?:ion)?(?:[_-]?(?:id|token|key))?|sid|auth|token|jwt|csrf|xsrf|remember(?:_me)?|identity|login|cookies|sso|oauth2_proxy|affinity)[\\w.-]{0,24}';

export const HEADER_RULES: readonly Rule[] = [
  issued({
    // Header and claims in base64url, then signature; five parts when encrypted.
    kind: 'jwt',
    keywords: ['eyj'],
    pattern: /(?:(?<![A-Za-z0-9-]|[\w-]_)|(?<=%20|%3D|\\[nrt]))eyJ[\w-]{6,20000}(?:\.{1,2}[\w-]{1,20000}){1,4}={0,2}/,
  }),
  placed({
    kind: 'authorization',
    keywords: ['authorization', 'x-auth'],
    pattern:
      /(?:(?:proxy-|x-)?authorization|x-auth)(?:["'\]\\]{0,4}\s{0,4}(?:=>|[:=])|["'],)\s{0,4}[\\"']{0,4}(?!AWS4|Digest|SharedKey|OAuth |Hawk)(?:(?:[A-Za-z][\w-]{1,24})[ \t]{1,4})?[<"']?([^\s"'`,;\\<>]{6,20000})/i,
    check: isCredential,
  }),
  placed({
    kind: 'bearer-token',
    keywords: ['bearer'],
    pattern: /bearer(?:["']?[\s:=]{1,4}|\s?["']\s{0,3}[+.,]\s{0,3})["'`]?([\w.~+/=-]{12,20000})/i,
    check: secret => isOpaque(secret) && isCredential(secret),
  }),
  placed({
    // user:password in base64: whole groups of four, and letters of both cases.
    kind: 'basic-credentials',
    keywords: ['basic'],
    pattern: /\bbasic[ \t]{1,4}["'`]?((?:[A-Za-z0-9+/]{4}){2,2000}(?:[A-Za-z0-9+/]{2,3}={0,2})?)(?![A-Za-z0-9+/=])/i,
    check: secret => isCredential(secret) && (isOpaque(secret) || secret.endsWith('=')),
  }),
  placed({
    kind: 'signature',
    keywords: ['signature=', 'sharedkey', 'response=', 'oauth_signature', 'mac='],
    pattern:
      /(?:\bSignature=|SharedKey(?:Lite)? [\w.-]{1,60}:|\bresponse="|oauth_signature="|\bmac=")([\w+/=%.-]{20,400})/,
  }),
  placed({
    kind: 'authorization',
    keywords: ['ssws', 'geniekey', 'apikey ', 'negotiate', 'ntlm', 'splunk '],
    pattern: /\b(?:SSWS|GenieKey|ApiKey|Negotiate|NTLM|Splunk)[ \t]{1,4}([\w+/=.:-]{20,8000})/i,
    check: isOpaque,
  }),
  placed({
    kind: 'session-cookie',
    keywords: ['cookie', '-b '],
    inside: COOKIES,
    pattern: new RegExp(`(?<![\\w.-])${SESSION_NAMES}=["']?([^;,\\s"'\\\\]{6,8000})`, 'i'),
    check: secret => !/^[a-z]+$/i.test(secret),
  }),
  placed({
    // Any other cookie whose value nobody wrote by hand.
    kind: 'cookie',
    keywords: ['cookie', '-b '],
    inside: COOKIES,
    pattern: /(?<![\w.-])[\w.-]{1,80}=["']?([^;,\s"'\\]{20,8000})/,
    check: isOpaque,
  }),
  placed({
    // A line of curl's cookie file: host, flag, path, flag, expiry, name, value.
    kind: 'session-cookie',
    keywords: ['\tfalse\t', '\ttrue\t'],
    pattern: /\t(?:TRUE|FALSE)\t\/\S{0,100}\t(?:TRUE|FALSE)\t\d{1,12}\t[^\t\n]{1,100}\t(\S{8,8000})/,
  }),
  placed({
    kind: 'session-cookie',
    keywords: ['sess', 'connect.sid', '.aspnetcore.', 'wordpress_logged_in', 'oauth2_proxy'],
    isAnchored: true,
    pattern:
      /(?:(?<=(?<![\w.-])[\w.-]{0,40})sess(?:ion)?(?:[_-]?(?:id|token|key))?|(?<![\w.-])(?:connect\.sid|\.AspNetCore\.[\w.]{3,60}|wordpress_logged_in_\w{0,40})|(?<![\w.-]_?)oauth2_proxy\w{0,20})["']?\s{0,2}[=:]\s{0,2}["']?([\w%.+/=:|-]{16,8000})/i,
    check: (secret, before, after) => isOpaque(secret) && isToken(secret, before, after) && !isGuid(secret),
  }),
];
