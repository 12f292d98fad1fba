// Private keys in each armour, and public ones.
import type { Example } from '../example.ts';
import { armour, BASE64, BASE64URL, base64, HEX, keyLines, made, pem } from '../made.ts';

const LINES = keyLines();

const certificate = pem('CERTIFICATE');

export const PRIVATE_KEYS: readonly Example[] = [
  {
    kind: 'private-key',
    secret: LINES.join('\n'),
    text: lines => [armour('BEGIN', 'RSA PRIVATE KEY'), lines, armour('END', 'RSA PRIVATE KEY')].join('\n'),
    near: certificate,
  },
  {
    kind: 'private-key',
    secret: LINES.join('\\n'),
    text: lines =>
      `{"private_key":"${armour('BEGIN', 'PRIVATE KEY')}\\n${lines}\\n${armour('END', 'PRIVATE KEY')}\\n"}`,
    near: JSON.stringify({ certificate }),
  },
  {
    kind: 'private-key',
    secret: LINES.map(line => `    ${line}`).join('\n'),
    text: lines =>
      `key: |\n    ${armour('BEGIN', 'OPENSSH PRIVATE KEY')}\n${lines}\n    ${armour('END', 'OPENSSH PRIVATE KEY')}`,
    near: pem('PUBLIC KEY'),
  },
  {
    // Cut off: the question behind it stays.
    kind: 'private-key',
    secret: LINES.join('\n'),
    text: lines => `${armour('BEGIN', 'EC PRIVATE KEY')}\n${lines}\n\nwhy does ssh not take this?`,
    near: `${armour('BEGIN', 'EC PRIVATE KEY')}\n(I cut the rest)`,
  },
  {
    kind: 'private-key',
    secret: LINES.join('\n'),
    text: lines =>
      `${armour('BEGIN', 'PGP PRIVATE KEY BLOCK')}\nVersion: GnuPG v2\nComment: a - b\n\n${lines}\n${armour('END', 'PGP PRIVATE KEY BLOCK')}`,
    near: pem('PGP PUBLIC KEY BLOCK'),
  },
  {
    kind: 'private-key',
    secret: ['MIIEvQ', 'IBADANBgkqhkiG9w0BAQEFAASC', made(32, BASE64)].join(''),
    text: line => [line, ...LINES].join('\n'),
    near: `${['MIIDdz', 'CCAl', '8CFA'].join('')}${made(52, BASE64)}`,
  },
  {
    kind: 'private-key',
    secret: base64(pem('RSA PRIVATE KEY')),
    text: key => `SSH_KEY_B64: ${key}`,
    near: `certificate-authority-data: ${base64(certificate)}`,
  },
  {
    kind: 'private-key',
    secret: base64(`-${made(120)}`),
    text: key => `client-key-data: ${key}`,
    near: `client-certificate-data: ${base64(certificate)}`,
  },
  {
    kind: 'putty-private-key',
    secret: LINES.join('\n'),
    text: lines =>
      `PuTTY-User-Key-File-3: ssh-rsa\nPublic-Lines: 1\n${made(60, BASE64, 9)}\nPrivate-Lines: 6\n${lines}`,
    near: `PuTTY-User-Key-File-3: ssh-rsa\nPublic-Lines: 1\n${made(60, BASE64, 9)}\nPrivate-Lines: 6`,
  },
  {
    kind: 'putty-private-key',
    secret: made(64, HEX),
    text: mac => `Private-MAC: ${mac}`,
    near: 'Private-MAC: missing',
  },
  {
    kind: 'xml-private-key',
    secret: `${made(171, BASE64)}=`,
    text: d => `<RSAKeyValue><Exponent>AQAB</Exponent><D>${d}</D></RSAKeyValue>`,
    near: `<RSAKeyValue><Modulus>${made(171, BASE64)}=</Modulus></RSAKeyValue>`,
  },
  {
    kind: 'jwk-private-key',
    secret: made(86, BASE64URL),
    text: d => `{"kty":"EC","crv":"P-256","d":"${d}"}`,
    near: `{"kty":"RSA","n":"${made(342, BASE64URL)}","e":"AQAB"}`,
  },
  {
    kind: 'wireguard-key',
    secret: `${made(43, BASE64)}=`,
    text: key => `[Interface]\nPrivateKey = ${key}`,
    near: `[Peer]\nPublicKey = ${made(43, BASE64)}=`,
  },
];
