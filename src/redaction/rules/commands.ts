// Secrets on a command line: long and short flags, and the commands that take one as an argument.
import { isKey, isOpaque, isPassword, isSaid } from '../checks.ts';
import { ARGUMENT, QUOTED, REST, SECRET_KEY, UNQUOTED } from '../fragments.ts';
import { type Check, placed, type Rule } from '../rule.ts';
import { isWord } from '../wording.ts';

const FLAG_NAME =
  '(?:pass(?:word|wd|phrase|code)?|pwd|token|secret[_-]?(?:access[_-]?)?key|client[_-]?secret|app[_-]?secret|secret[_-]?string|(?:api|access|account|private|auth|master|storage|encryption|subscription|license)[_-]?key|apikey|sas[_-]?token|otp|token-code|credential)';

const LOGIN =
  '(?:docker|podman|helm|oc|buildah|skopeo|nerdctl|crane|oras|az|acr|cf|argocd|rosa|ibmcloud|registry|npm|jf|kubectl|snow)';

/** `--token to log in` is about the flag. */
const isArgument: Check = (value, before, after) =>
  isPassword(value, before, after) &&
  !/^(?:to|or|and|flag|is|option|with|for|from|value|argument|parameter|instead|when|if|as|in|by|via|you|your|flags|options|arguments|parameters)$/i.test(
    value,
  );

/** user:password, the second half captured; not uid:gid. */
const isUserPassword = (secret: string): boolean => !/^\d+$/.test(secret) && secret.length >= 3;

export const COMMAND_RULES: readonly Rule[] = [
  placed({
    kind: 'password-flag',
    keywords: ['pass', 'pwd', 'token', 'key', 'secret', 'otp', 'credential'],
    pattern: new RegExp(`(?<![\\w-])--?[\\w.-]{0,60}?(?<!ask-?)${FLAG_NAME}[ \\t]{1,8}${ARGUMENT}`, 'i'),
    check: isArgument,
  }),
  placed({
    // --any-other-key x
    kind: 'key-flag',
    keywords: ['key'],
    pattern: new RegExp(`(?<![\\w-])--?[\\w.-]{0,60}?${SECRET_KEY}key(?:-base)?[ \\t]{1,8}${ARGUMENT}`, 'i'),
    check: isKey,
  }),
  placed({
    // -p of those commands whose -p is a password; for docker and its kin only after "login".
    kind: 'password-flag',
    keywords: ['login', 'sshpass', 'mongo', '7z', 'zip', 'rabbitmqadmin', 'influx', 'pscp', 'plink', 'psexec'],
    isAnchored: true,
    pattern: new RegExp(
      `(?:(?<=\\b${LOGIN}(?: [\\w-]{1,12}){0,2} )login|\\b(?:sshpass|mongo\\w{0,10}|7z|zip|rabbitmqadmin|influx|pscp|plink|psexec))\\b${REST}\\s-p[ \\t=]{0,4}${ARGUMENT}`,
      'i',
    ),
    check: (value, before, after) =>
      isArgument(value, before, after) && !(isWord(value) && /^[ \t]+[a-z]+[?.!,]?(?:\s|$)/.test(after)),
  }),
  placed({
    // mysql takes it without a blank; what stands behind a blank is the database.
    kind: 'password-flag',
    keywords: ['mysql', 'mariadb'],
    pattern: new RegExp(`\\b(?:mysql|mariadb)[\\w-]{0,20}\\b${REST}\\s-p(?=\\S)(?:${QUOTED}|${UNQUOTED})`, 'i'),
    check: value => value.length >= 3 && !/^(?:assword|ort|rotocol|lugin)/.test(value),
  }),
  placed({
    kind: 'password-flag',
    keywords: [
      'redis-cli',
      'sqlcmd',
      'bcp',
      'osql',
      'ldap',
      'snmp',
      'doctl',
      'fly',
      'vault login',
      'unzip',
      'cqlsh',
      'openssl',
    ],
    pattern: new RegExp(
      [
        `\\bredis-cli\\b${REST}\\s-a[ \\t]{1,4}`,
        `\\b(?:sqlcmd|bcp|osql)\\b${REST}\\s-P[ \\t]{0,4}`,
        `\\bldap(?:search|add|modify|passwd|whoami|delete)\\b${REST}\\s-w[ \\t]{1,4}`,
        `\\b(?:doctl|flyctl|fly)\\b${REST}\\s-t[ \\t]{1,4}`,
        `\\bsnmp\\w{1,10}\\b${REST}\\s-[AX][ \\t]{1,4}`,
        `\\bvault login[ \\t]{1,4}(?:-no-print )?`,
        `\\bunzip\\b${REST}\\s-P[ \\t]{1,4}`,
        `\\bcqlsh\\b${REST}\\s-p[ \\t]{1,4}`,
        `\\bopenssl (?:enc|aes|des)\\b${REST}\\s-k[ \\t]{1,4}`,
      ]
        .map(part => `${part}${ARGUMENT}`)
        .join('|'),
    ),
    check: value => value.length >= 4 && !/^[a-z]+=|^[a-z]+:$/.test(value),
  }),
  placed({
    kind: 'user-password',
    keywords: ['curl', 'wget', 'http', 'xh '],
    pattern:
      /\b(?:curl|wget|xh|https?(?= ))\b(?:[^\n|;]|\\\r?\n){0,200}?\s(?:-u|--user|-a|--auth|-U|--proxy-user)[ =]?["']?(?:\$\{[^}\s]{1,60}\}|[^\s:"'/{]{0,100}):["']?([^"'\s]{1,400})/,
    check: isUserPassword,
  }),
  placed({
    kind: 'user-password',
    keywords: ['-u', '--user', '--cred', '-a ', '-auth'],
    pattern: /(?<![\w-])(?:-u|--user|-a|--?auth|--creds?)[ =]["']?[\w.@+$-]{1,100}:([^\s"'`]{4,400})/,
    check: secret =>
      !/^\d{2}:\d|^(?:aws|iam|sts|[a-z]+):/.test(secret) &&
      ((isUserPassword(secret) && isOpaque(secret) && !/^[a-z0-9-]+(?:\/|$)|^\/\//.test(secret)) || isSaid(secret)),
  }),
  placed({
    // smbclient -U user%password, mount -o password=..., net use \\host password /user:name, net user name password /add.
    kind: 'password-argument',
    keywords: ['%', 'net use', 'net user', 'chpasswd', 'htpasswd', 'rabbitmqctl'],
    isAnchored: true,
    pattern: new RegExp(
      [
        `(?<=-U[ =]?["']?[\\w.\\\\@-]{1,64})%([^\\s"']{3,200})`,
        `\\bnet use (?:[A-Za-z]: |\\* )?\\S{1,200} (?!/)([^\\s/]\\S{2,200}) /u`,
        `\\bnet user \\S{1,64} (?![/*])(\\S{4,200})`,
        `(?<=["']?[\\w.-]{1,64}:([^\\s"']{3,200})["']? ?\\| ?(?:sudo )?)chpasswd`,
        `\\bhtpasswd -[a-zA-Z]{0,6}b[a-zA-Z]{0,6} (?:\\S{1,200} )?\\S{1,64} ["']?([^\\s"'>|]{3,200})["']?(?=\\s{0,4}(?:$|[>|\\n]))`,
        `\\brabbitmqctl (?:add_user|change_password) \\S{1,64} ["']?([^\\s"'(]{3,200})`,
      ].join('|'),
    ),
  }),
  placed({
    kind: 'securestring',
    keywords: ['securestring', 'networkcredential', 'pscredential'],
    pattern:
      /(?:ConvertTo-SecureString[ \t]{1,4}(?:-AsPlainText[ \t]{1,4}|-Force[ \t]{1,4}|-String[ \t]{1,4}){0,3}|(?:NetworkCredential|PSCredential)\(\s{0,4}["'][^"'\n]{1,100}["']\s{0,4},\s{0,4})(?:"([^"\n]{1,400})"|'([^'\n]{1,400})'|([^\s"'$()-][^\s"')]{3,400}))/i,
  }),
  placed({
    kind: 'openssl-password',
    keywords: ['pass:'],
    pattern: /-(?:pass|passin|passout|k)[ \t]{1,4}["']?pass:([^\s"']{1,400})/,
  }),
];
