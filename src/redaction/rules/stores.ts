// Where secrets are kept, and how they get there: .netrc, .pgpass, Kubernetes secrets, vaults, the settings of tools.
import { isOpaque, isPassword, isSaid, isToken } from '../checks.ts';
import { ARGUMENT, QUOTED, REST, UNQUOTED } from '../fragments.ts';
import { placed, type Rule } from '../rule.ts';

/** The data of a Secret in YAML: the indented lines under it. */
const YAML_DATA = /^[ \t]{0,12}(?:data|stringData):[ \t]{0,4}\r?\n(?:[ \t]{1,40}[^\n]{0,20000}(?:\n|$)){1,200}/gm;

const JSON_DATA = /"(?:data|stringData)"\s{0,8}:\s{0,8}\{[^{}]{1,40000}\}/g;

/** Indented keys and types that stand among the data because the list of a Secret's fields goes on. */
const isData = (value: string): boolean => value.length >= 4 && !/^(?:Opaque|kubernetes\.io\/)/.test(value);

export const STORE_RULES: readonly Rule[] = [
  placed({
    kind: 'netrc-password',
    keywords: ['machine', 'login'],
    pattern:
      /\b(?:machine\s{1,8}\S{1,256}|default)\s{1,8}(?:(?:login|user)\s{1,8}\S{1,256}\s{1,8})?(?:account\s{1,8}\S{1,256}\s{1,8})?password\s{1,8}["']?(\S{1,1000})/,
  }),
  placed({
    // host:port:database:user:password, a whole line.
    kind: 'pgpass-password',
    keywords: [':*:', ':5432:', ':5433:', ':6432:', ':5434:', 'pgpass', 'postgres'],
    pattern: /^[ \t>]{0,8}[\w.*-]{1,200}:(?:\d{4,5}|\*):[\w.*$-]{1,64}:[\w.*@$-]{1,64}:(\S{3,200})[ \t]{0,8}\r?$/m,
  }),
  placed({
    kind: 'kubernetes-secret',
    keywords: ['kind: secret', 'kind: sealedsecret', 'stringdata'],
    inside: YAML_DATA,
    pattern: /^[ \t]{1,40}[\w.-]{1,200}:[ \t]{1,8}["']?([^\s"'|>][^\n"']{1,20000})/m,
    check: value => isData(value) && !/^[{[]/.test(value),
  }),
  placed({
    kind: 'kubernetes-secret',
    keywords: ['"secret"', 'stringdata'],
    inside: JSON_DATA,
    pattern: /"[\w.-]{1,200}"\s{0,8}:\s{0,8}"([^"\n]{2,20000})"/,
    check: isData,
  }),
  placed({
    // kubectl get secret -o jsonpath, echoed as map[password:cGFz...]
    kind: 'kubernetes-secret',
    keywords: ['map['],
    inside: /\bmap\[[^[\]\n]{1,20000}\]/g,
    pattern: /[\w.-]{0,60}(?:pass|secret|token|key|cert|auth)[\w.-]{0,60}:([A-Za-z0-9+/_-]{8,8000}={0,2})/i,
    check: isOpaque,
  }),
  placed({
    // aws configure set aws_secret_access_key x; npm config set //r/:_authToken x; setx TOKEN x; pulumi config set password x.
    kind: 'set-value',
    keywords: ['set', 'put', 'add', '#define', 'export', 'env'],
    isAnchored: true,
    pattern: new RegExp(
      `(?<![\\w-])(?:set|setx|put|add|set-secret|setenv|#define|export|ENV)[ \\t]{1,4}(?:--?[\\w-]{1,30}[ \\t]{1,4}){0,3}["']?[\\w.:/@-]{0,120}(?:pass(?:word|wd|phrase)?|pwd|secret(?:_?access)?(?:_?key)?|token|(?:_|api|access|auth|private)_?key(?:_base)?|_auth)["']?[ \\t]{1,8}${ARGUMENT}`,
      'i',
    ),
    check: (value, before, after) => isToken(value, before, after) && !/^(?:to|for|in|as|is)$/.test(value),
  }),
  placed({
    // A value for a secret store.
    kind: 'stored-value',
    keywords: ['secret', 'securestring', 'vault'],
    pattern: new RegExp(
      `(?:\\bsecret(?:s|smanager)?[ -](?:set|create|put|add|update|versions)\\b|\\bSecureString\\b|put-secret-value\\b)${REST}\\s(?:--value|--body|-b|-Value|--secret-string|--secret-value|--string-value)[ =]${ARGUMENT}`,
      'i',
    ),
    check: value => value.length >= 4,
  }),
  placed({
    kind: 'stored-value',
    keywords: ['from-literal'],
    pattern: new RegExp(`--from-literal[= ]["']?[\\w.-]{1,100}=(?:${QUOTED}|${UNQUOTED})`),
    check: (value, before, after) => isPassword(value, before, after),
  }),
  placed({
    kind: 'stored-value',
    keywords: ['vault kv', 'vault write'],
    inside: /\bvault (?:kv (?:put|patch)|write)\b[^\n|;]{1,4000}/g,
    pattern: new RegExp(`\\s[\\w.-]{1,60}=(?:${QUOTED}|(?!@)${UNQUOTED})`),
    check: (value, before, after) =>
      /pass|secret|token|key|pwd|cred/i.test(before)
        ? isPassword(value, before, after)
        : isSaid(value) && isOpaque(value),
  }),
  placed({
    // echo x | docker login --password-stdin
    kind: 'piped-secret',
    keywords: ['echo', 'printf', '<<<'],
    pattern:
      /\b(?:echo|printf)[ \t]{1,4}(?:-[neE]{1,3}[ \t]{1,4})?(?:'%s' )?(?:"([^"\n]{4,4000})"|'([^'\n]{4,4000})'|([^\s"'|]{4,4000}))[ \t]{0,4}\|[ \t]{0,4}(?:sudo -S|[^\n|;]{0,200}(?:--password-stdin|--with-token|--data-file=-|secret set|secret put|secrets create|login --token -|passwd|base64))/,
    check: (value, before, after) => isToken(value, before, after),
  }),
  placed({
    kind: 'piped-secret',
    keywords: ['<<<'],
    pattern: new RegExp(
      `(?:--password-stdin|--with-token|secret set \\S{1,100}|sudo -S)[^\\n]{0,100}<<<[ \\t]?(?:${QUOTED}|${UNQUOTED})`,
    ),
  }),
  placed({
    kind: 'masked-value',
    keywords: ['add-mask', 'issecret=true'],
    pattern: /(?:::add-mask::|issecret=true[^\]\n]{0,100}\])([^\s"']{3,4000})/i,
  }),
  placed({
    kind: 'password-typed',
    keywords: ['send ', 'expect'],
    pattern: /assword[^\n]{0,40}\n?[^\n]{0,20}send (?:-- )?["']([^"'\n\\]{4,200})/,
  }),
];
