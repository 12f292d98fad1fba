// Private keys in every armour: PEM, PGP, PuTTY, XML, JWK, and the same in base64 or in a JSON string.
import { placed, type Rule } from '../rule.ts';

/** Lines of base64, ended by real or escaped line breaks, quotes or commas; a word of prose is shorter. */
const lines = (shortest: number): string =>
  `[A-Za-z0-9+/=]{${shortest},20000}(?:(?:\\\\[nr]|["',+\\s>|]){1,24}[A-Za-z0-9+/=]{24,20000}){0,400}(?:(?:\\\\[nr]|\\r?\\n[ \\t>|]{0,24})[A-Za-z0-9+/]{1,64}={0,2}(?=[\\s"'\\\\]|$))?`;

/** "PRIVATE KEY" in base64, at each of its three offsets. */
const PRIVATE_KEY = '(?:UFJJVkFURSBLRV|BSSVZBVEUgS0V|QUklWQVRFIEtF)';

const PEM = '-{4,5} ?BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)? ?-{4,5}';

export const PRIVATE_KEY_RULES: readonly Rule[] = [
  placed({
    // To the end line, whatever stands in between: an indented YAML block, "\n" in a JSON string, an encryption header.
    kind: 'private-key',
    keywords: ['private key'],
    pattern: new RegExp(
      `${PEM}(?:\\s|\\\\{1,4}[nr]){0,40}((?:[^-]|-(?!---)){1,20000}?)(?:\\s|\\\\{1,4}[nr]){0,4}-{4,5} ?END`,
    ),
    check: body => /[A-Za-z0-9+/=]{16}/.test(body),
  }),
  placed({
    // The end line is cut off: as far as the lines look like a key.
    kind: 'private-key',
    keywords: ['private key'],
    pattern: new RegExp(`${PEM}(?:\\s|\\\\{1,4}[nr]|["',+>|]){0,40}(${lines(16)})`),
  }),
  placed({
    // No armour at all: what PKCS 8, PKCS 1, SEC 1 and OpenSSH keys begin with.
    kind: 'private-key',
    keywords: [
      'ibadanbgkqhkig9w0baqefaasc',
      'ibaakc',
      'mhccaqeei',
      'migkageb',
      'mighageamb',
      'mc4caqawbqydk2vwbcieI'.toLowerCase(),
      'b3blbnnzac1rzxktdje',
    ],
    pattern: new RegExp(
      `(?<![A-Za-z0-9+/])(?=MI[A-Z][A-Za-z0-9+/]{1,4}(?:IBADANBgkqhkiG9w0BAQEFAASC|IBAAKC)|MHcCAQEEI|MIGkAgEB|MIGHAgEAMB|MC4CAQAwBQYDK2VwBCIEI|b3BlbnNzaC1rZXktdjE)(${lines(40)})`,
    ),
  }),
  placed({
    // A whole PEM file in base64: client-key-data in a kubeconfig, a variable of a build.
    kind: 'private-key',
    keywords: ['ls0tls1crudjti'],
    pattern: new RegExp(`LS0tLS1CRUdJTi(?=[A-Za-z0-9+/]{0,60}?${PRIVATE_KEY})${lines(16)}`),
  }),
  placed({
    kind: 'private-key',
    keywords: ['client-key-data'],
    pattern: /client-key-data["']?:\s{0,8}["']?([A-Za-z0-9+/=]{24,20000})/,
  }),
  placed({
    kind: 'putty-private-key',
    keywords: ['private-lines'],
    pattern: new RegExp(`Private-Lines: {0,4}\\d{1,4}(?:\\s|\\\\{1,4}[nr]){1,8}(${lines(16)})`),
  }),
  placed({
    kind: 'putty-private-key',
    keywords: ['private-mac'],
    pattern: /Private-(?:MAC|Hash): {0,4}([a-f0-9]{32,128})/,
  }),
  placed({
    // RSAKeyValue of .NET; modulus and exponent are public.
    kind: 'xml-private-key',
    keywords: ['<rsakeyvalue', '</d>'],
    pattern: /<(?:D|P|Q|DP|DQ|InverseQ)>\s{0,8}([A-Za-z0-9+/=]{20,8000})/,
  }),
  placed({
    kind: 'jwk-private-key',
    keywords: ['kty'],
    pattern: /(?<!\w)\\{0,3}"(?:d|p|q|dp|dq|qi|k)\\{0,3}"\s{0,8}:\s{0,8}\\{0,3}"([\w-]{20,8000})/,
  }),
  placed({
    // WireGuard; 32 bytes in base64.
    kind: 'wireguard-key',
    keywords: ['privatekey', 'presharedkey'],
    pattern: /(?:PrivateKey|PresharedKey) {0,4}= {0,4}([A-Za-z0-9+/]{43}=)/,
  }),
];
