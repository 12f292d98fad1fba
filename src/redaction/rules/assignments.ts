// A name that says "secret", a separator, a value: environment, JSON, YAML, INI, code, connection strings, XML.
import { isFourWords, isKey, isOpaque, isPassword, isPlainlySaid, isSetKey, isSetSecret, isToken } from '../checks.ts';
import { assigned, QUOTED, SECRET_KEY, VALUE } from '../fragments.ts';
import { type Check, placed, type Rule } from '../rule.ts';
import { isGuid, isRowValue } from '../wording.ts';

const PASSWORD =
  'pass(?:word|wd|phrase|code|wort|wrd|w0rd)|pwd(?<!oldpwd)|kennwort|contrase(?:ñ|n)a|mot de passe|wachtwoord|senha|requirepass|masterauth|mnemonic|(?<=seed[ _-])phrase|(?:pass|psk|psw|pw)(?<![a-z](?:pass|psk|psw|pw))|(?<=(?:db|smtp|user|mail|ftp|sql|redis|mysql|admin|root|ssh|key|store|trust|proxy|ldap|http|login|rabbitmq|mongo)_?)pass';

const SECRET = '(?<!\\d:)secrets?(?:[_ .-]?(?:access[_ .-]?)?key(?:[_ .-]?base)?|[_-]?string|[_-]?token|[_-]?hash)?';

/** Tokens that are no secrets: page marks, idempotency marks, counts, .NET assembly names, what a parser met. */
const TOKEN =
  'token(?<!(?:next|page|paging|pagination|continuation|continue|publickey|request|cancell?ation|cancel|unexpected|unknown|idempotency|client|sync|resume|start|starting|end|max|min|num|per|total|prompt|completion|input|output|stop|eos|bos|pad)[_ -]?token)(?:[_-]?secret)?|(?:jwt|bearer|pat|sas|auth)(?<![a-z](?:jwt|bearer|pat|sas|auth))';

const API_KEY = '(?<=(?:api|app(?:lication)?|access|account|storage|shared|auth|private|license)[_ .-]?)key';

/** Names in quotes, for calls and pairs; each begins with one of NAME_KEYWORDS. */
const NAME =
  '(?:pass(?:word|wd|phrase)?|pwd|secret(?:[_-]?(?:access[_-]?)?key)?|token|(?<=(?:api|access|account|private|auth|app|admin|master|license|encryption|[_-])[_-]?)key(?:_base)?|(?<=connection[_-]?)string)';
const NAME_KEYWORDS = ['pass', 'pwd', 'secret', 'token', 'key', 'string'];

/** No word, which would be the next name in a list; and where the name is some key's, long. */
const isNamed: Check = (value, before, after) =>
  (isOpaque(value) || isPlainlySaid(value) || isFourWords(value)) &&
  (/pass|pwd/i.test(before)
    ? isPassword(value, before, after)
    : /key\W/i.test(before)
      ? isKey(value, before, after)
      : isToken(value, before, after));

export const ASSIGNMENT_RULES: readonly Rule[] = [
  placed({
    kind: 'azure-shared-key',
    keywords: ['accountkey', 'sharedaccesskey', 'sharedsecret'],
    pattern:
      /(?:AccountKey|SharedAccessKey|SharedSecret(?:Value)?)["']?\s{0,4}[=:]\s{0,4}["']?([\w+/-]{20,200}={0,3})/i,
  }),
  placed({
    // "docker login" keeps user:password here in base64, and so does .npmrc.
    kind: 'registry-auth',
    keywords: ['auth'],
    pattern: /(?<![A-Za-z])_?auths?\\{0,3}["']?\s{0,8}[:=]\s{0,8}(?:\\{0,3}["'])?([A-Za-z0-9+/]{12,4000}={0,2})/i,
    check: secret => isOpaque(secret) || secret.endsWith('='),
  }),
  placed({
    // {"github-oauth": {"github.com": "x"}} of Composer.
    kind: 'registry-auth',
    keywords: ['-oauth', '-token', 'bearer'],
    pattern:
      /"(?:\w{1,20}-oauth|\w{1,20}-token|bearer)"\s{0,8}:\s{0,8}\{\s{0,40}"[^"\n]{1,100}"\s{0,8}:\s{0,8}"([^"\n]{8,400})"/,
    check: isOpaque,
  }),
  placed({
    kind: 'password',
    keywords: [
      'pass',
      'pwd',
      'kennwort',
      'contrase',
      'mot de',
      'wachtwoord',
      'senha',
      'masterauth',
      'mnemonic',
      'phrase',
      'requirepass',
      'psk',
      'psw',
      'pw',
    ],
    isAnchored: true,
    pattern: assigned(PASSWORD),
    check: isPassword,
  }),
  placed({ kind: 'secret', keywords: ['secret'], isAnchored: true, pattern: assigned(SECRET), check: isSetSecret }),
  placed({
    kind: 'token',
    keywords: ['token', 'jwt', 'bearer', 'pat', 'auth', 'sas'],
    isAnchored: true,
    pattern: assigned(TOKEN),
    check: isToken,
  }),
  placed({ kind: 'key', keywords: ['key'], isAnchored: true, pattern: assigned(API_KEY), check: isSetKey }),
  placed({
    kind: 'key',
    keywords: ['key'],
    isAnchored: true,
    pattern: assigned(`${SECRET_KEY}key`),
    check: (value, before, after) =>
      value.length >= 16 &&
      isKey(value, before, after) &&
      !isGuid(value) &&
      !isRowValue(before, value) &&
      !/\s/.test(value),
  }),
  placed({
    // Quoted in connection strings: Password={a;b}, PWD='a;b'.
    kind: 'password',
    keywords: ['pwd', 'password'],
    pattern: /(?:pwd|password)\s{0,4}=\s{0,4}(?:\{([^}\n]{1,200})\}|"((?:[^"\n]|""){1,200})")(?=;)/i,
  }),
  placed({
    // <password>x</password>, also between table cells.
    kind: 'element-secret',
    keywords: ['</'],
    pattern: new RegExp(
      `${NAME}\\s{0,8}(?:</\\w{1,10}>\\s{0,40}<\\w{1,10}>|>)\\s{0,40}(?:<!\\[CDATA\\[)?([^<>\\s]{4,4000})\\s{0,40}(?:\\]\\]>)?</`,
      'i',
    ),
    check: (value, before, after) => isPassword(value, `${before}"`, after) && !/^[{#%]/.test(value),
  }),
  placed({
    // {"name": "DB_PASSWORD", "value": "x"}, <add key="ApiKey" value="x"/>, name: TOKEN then value: x on the next line.
    kind: 'named-value',
    keywords: NAME_KEYWORDS,
    isAnchored: true,
    pattern: new RegExp(
      `${NAME}["']?\\s{0,4}[,;{]?\\s{0,60}(?:type\\s{0,8}=\\s{0,8}\\w{1,20}\\s{1,20})?["']?(?:(?:default|param)?_?val(?:ue)?|default)["']?\\s{0,4}[:=]\\s{0,4}${VALUE}`,
      'i',
    ),
    check: isToken,
  }),
  placed({
    // define('DB_PASSWORD', 'x'), set("token", "x"), ("Password", "x").
    kind: 'named-value',
    keywords: NAME_KEYWORDS,
    isAnchored: true,
    pattern: new RegExp(`${NAME}["']\\s{0,4}(?:,|\\]\\s{0,4}=)\\s{0,8}(?:${QUOTED})`, 'i'),
    check: isNamed,
  }),
  placed({
    // setPassword("x"), password("x"), SecretKey("x").
    kind: 'argument',
    keywords: ['password', 'secret', 'token', 'key', 'credential', 'auth', 'getconnection'],
    isAnchored: true,
    pattern:
      /(?:password|secret(?:_?key)?|token|(?<=api_?)key|(?<=bearer_?)auth|(?:credentials?|auth)\(\s{0,4}["'][^"'\n]{1,100}["']\s{0,4},\s{0,4}|(?:(?<=Basic)Auth\(|auth=\(|getConnection\([^,\n]{1,300},)\s{0,4}["'][^"'\n]{1,100}["']\s{0,4},\s{0,4})\(?\s{0,4}(?:"([^"\n]{4,400})"|'([^'\n]{4,400})')\s{0,4}[,)]/i,
    check: (value, before, after) => /\(/.test(before) && isNamed(value, before, after),
  }),
  placed({
    // The last column of a comma-separated file.
    kind: 'column-secret',
    keywords: NAME_KEYWORDS,
    isAnchored: true,
    pattern: new RegExp(
      `${NAME}"?[ \\t]{0,4}\\r?\\n[^\\n]{0,400}?(?:[,;\\t]| {2})"?([^,;\\t"\\s]{6,4000})"?[ \\t]{0,4}(?=\\r?\\n|$)`,
      'i',
    ),
    check: isNamed,
  }),
  placed({
    // requirepass x, bindpw x: a name and a value on a line of a configuration.
    kind: 'password',
    keywords: ['requirepass', 'masterauth', 'bindpw', 'rootpw', 'auth '],
    pattern: /^[ \t]{0,20}(?:requirepass|masterauth|bindpw|rootpw|AUTH)[ \t]{1,8}["']?(\S{4,400})[ \t]{0,8}$/m,
  }),
  placed({
    // terraform plan: password = "old" -> "new".
    kind: 'changed-value',
    keywords: ['->', '=>'],
    pattern: new RegExp(
      `${NAME}["']?\\s{0,40}[=:]\\s{0,4}"[^"\\n]{0,400}"\\s{0,4}(?:->|=>)\\s{0,4}"([^"\\n]{4,400})`,
      'i',
    ),
  }),
  placed({
    // An & that is followed by a name and = ends a value, for it may be a form's; not behind a colon, nor in a variable's setting.
    kind: 'password',
    keywords: ['pass', 'pwd'],
    pattern:
      /(?:(?:PASS(?:WORD|WD)?|PWD)=(?<![?&][A-Z0-9_]{1,60}=)|(?:[Pp]ass(?:word|wd)?|PASS(?:WORD)?|[Pp]wd)(?: \([^)\n]{0,30}\))?(?::[ \t]| [=:] ))[ \t]{0,20}([^\s"'`;<>]{1,100}&(?!amp;)[\w.%-]{1,40}=[^\s"'`;<>]{1,400})/,
    check: value => isOpaque(value) && !value.includes('&&'),
  }),
  placed({
    kind: 'sql-password',
    keywords: ['identified', 'password'],
    pattern:
      /(?:identified\s{1,8}(?:with\s{1,8}\S{1,40}\s{1,8})?(?:by|as)\s{1,8}|(?:create|alter)\s{1,8}(?:user|role|login)\b[^\n;]{0,200}?\bpassword(?:\s{1,8}|\s{0,4}=\s{0,4})|set\s{1,8}password\s{1,8}to\s{1,8})(?:password\s{1,8})?(?:'([^'\n]{4,400})'|"([^"\n]{4,400})")/i,
  }),
  placed({
    // A table in Markdown or of a console: | password | x |.
    kind: 'cell-secret',
    keywords: ['|'],
    pattern: new RegExp(`${NAME} {0,60}[|│] {1,40}${VALUE}`, 'i'),
    check: (value, before, after) => isToken(value, before, after) && isOpaque(value),
  }),
  placed({
    // The same with its name above, in the last column; the first row of it.
    kind: 'cell-secret',
    keywords: ['|'],
    pattern: new RegExp(
      `${NAME} {0,60}[|│][ \\t]{0,8}\\r?\\n(?:[|│├┼─+: -]{3,400}\\r?\\n)?[^\\n]{0,400}?[|│] {1,8}([^\\s|│]{4,400}) {0,60}[|│][ \\t]{0,8}(?=\\r?\\n|$)`,
      'i',
    ),
    check: isNamed,
  }),
];
