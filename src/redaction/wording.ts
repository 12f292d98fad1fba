// Knows what stands where a secret would and is none: words and sentences, names and addresses, paths and code.
// None of these patterns may be exponential; a few are quadratic, so nothing longer than LONGEST_WORDING is asked.

/** Nothing longer is a word, a path or an expression. */
export const LONGEST_WORDING = 300;

/** One word, perhaps with a dash; capitals inside make it something else. */
export const isWord = (text: string): boolean =>
  /^[A-Za-z][A-Za-z'’]*(?:-[a-z]+)?[.,;:!?]*$/.test(text) &&
  !/[a-z][A-Z]|^[A-Z]{2,}[a-z]/.test(text.replace(/Id$/, ''));

/** Words that say how something is: by their ending, or known. */
export const isState = (text: string): boolean => STATE.test(text.replace(/[.,;:!?'’]+$/, ''));

const STATE = new RegExp(
  `^(?:${[
    '[a-z]{2,}(?:ed|ing|ly|able|ible|less)',
    '[A-Za-z]*(?:Error|Exception|Failure|Fault|Denied|Expired|Invalid|Required|Missing)',
    'a|an|the|is|are|was|not|no|and|or|but|in|on|at|by|of|for|to|from|with|as|if|it|its|this|that|these|there|here|where',
    'when|what|who|how|why|i|you|we|they|he|she|my|your|our|their|his|her|can|cant|cannot|could|should|must|may|might',
    'will|would|do|does|did|has|have|had|be|been|too|very|still|just|only|also|again|now|then|probably|maybe',
    'wrong|right|bad|good|fine|okay|new|old|same|different|gone|lost|stale|dead|broken|weak|strong|short|long|empty',
    'null|none|blank|unknown|valid|invalid|unset|set|reset|out|up|off|over|stuck|safe|secret|private|public|plain|true|false',
    'incorrect|correct|insufficient|inconsistent|absent|present|temporary|mandatory|necessary|obsolete|sensitive|active|inactive',
    'error|errors|failed|fails|failure|login|logon|authentication|authorization|access|permission|unable|denied|forbidden',
    'meant|needed|expected|not-set|case-sensitive|read-only|write-only|url-encoded|base64-encoded|up-to-date|out-of-date|someone|something|nothing|everything',
  ].join('|')})$`,
  'i',
);

/** Words that make a sentence, as in {"password": "must be at least 8 characters"}, or that name the field. */
export const isSentence = (text: string): boolean =>
  /\s/.test(text) && (SENTENCE.test(text) || /password|passphrase/i.test(text));

const SENTENCE =
  /(?:^|\s)(?:is|are|be|must|should|the|a|an|not|no|at|to|of|for|in|has|was|cannot|can't|field|this|your|or|too|least)(?:\s|$)/i;

/** A file, or a path in a secret store: a beginning or an end that says so, and parts that are words. */
export const isPath = (text: string): boolean =>
  PATH.test(text) &&
  text.split(/[\\/]/).every(part => /^(?:[a-z0-9._@~:-]{0,40}|[A-Z][a-z]{1,20}|[A-Z_]{1,20})$/.test(part));

const PATH =
  /^(?:[A-Za-z]:[\\/]|~?\/|\.{1,2}\/)|\/.*\/|\.(?:json|pem|key|ya?ml|txt|env|p12|pfx|jks|crt|cer|conf|ini|properties)$/;

/** An expression: a call, an index, a property, a variable named after what it holds. `after` is what follows it. */
export function isCode(text: string, after: string): boolean {
  if (/^[A-Za-z_$][\w$.:>-]*$/.test(text) && /^[([]/.test(after)) return true;
  if (CALL.test(text) || NAMED.test(text)) return true;
  const name = text.replace(/^[:@!*&$]+|[;,)?]+$/g, '');
  if (CHAIN.test(name) || OBJECT.test(name)) return true;
  return VARIABLE.test(name) && isHolder(name);
}

const CALL = /^\(\w*$|^(?:[A-Za-z_$]+|[A-Za-z\d$]+(?:[._]+[A-Za-z\d$]+){1,20})[([][\w$.,:*=()[\]-]*[;,]?$/;

/** A method as a log names it, an error as OpenSSL does. */
const NAMED = /^[a-z]\w*\.[A-Z]\w*#\w+:?$|^error:[0-9A-F]{8}:/;

const CHAIN = /^[A-Za-z_$]+(?:\.[A-Za-z_$]+){2,}$|^[A-Z][A-Za-z]+\.[A-Z_]{3,}$/;

/** Begins small, or is all capitals; a word that only begins with a capital may be a password. */
const VARIABLE = /^(?:[a-z_$][A-Za-z_$]*|[A-Z_]+|[A-Za-z_$]+(?:\.|->|::)[A-Za-z_$]+)(?:(?:\.|->|::)[A-Za-z_$]+)*$/;

/** A property of what code calls its objects. */
const OBJECT =
  /^(?:self|this|cls|super|ctx|req|res|app|config|cfg|settings|options|opts|args|params|props|state|data|request|response|session|client|user|env|os|crypto|json|rsa|ed25519)(?:\??\.[\w$]+)+$/;

/** db_password, accessToken, GITHUB_TOKEN, config.secret: the last word of the name is what is held. */
const isHolder = (name: string): boolean =>
  HELD.has(
    name
      .split(/[_.>:]+|(?<=[a-z])(?=[A-Z])/)
      .at(-1)
      ?.toLowerCase() ?? '',
  );

const HELD: ReadonlySet<string> = new Set(
  'password passwd passphrase pass pwd secret token key apikey credential credentials creds value result text stream string str param arg buffer file path field input env name'.split(
    ' ',
  ),
);

/** A name of a thing: words joined by dashes, dots, slashes or underscores, perhaps with a number. */
export const isJoinedName = (text: string): boolean => /^[a-z]+\d{0,3}(?:[-_./:@][a-z]*\d{0,14})+$/.test(text);

/** An e-mail address, a host, a web address; a bracket may stand before it. */
export const isAddress = (text: string): boolean =>
  /^[[(<]?[\w.+-]+@[\w-]+(?:\.[a-z]+)+[.,]?$|:\/\/|^(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?[.,]?$/i.test(text);

export const isGuid = (text: string): boolean => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text);

/** What PostgreSQL says of a row: `Key (id)=(42) already exists.` */
export const isRowValue = (before: string, value: string): boolean =>
  /^key \([^)]*\)=$/i.test(before) && value.startsWith('(');

/** The number of an error: AADSTS50011, ORA-01017, E401. */
export const isErrorCode = (text: string): boolean => /^[A-Z]{1,8}-?\d{3,7}:?$/.test(text);

/** `req.remote=10.1.2.3`, which begins the next thing that a log line says. */
export const isSetting = (text: string): boolean => /^[a-z_]+(?:\.[a-z_]+)+=/.test(text);

/** Words of the trade that mix letters and digits: versions, algorithms, amounts, tickets, error codes. */
export const isTerm = (text: string): boolean => TERM.test(text) || TICKET.test(text);

/** SEC-1234, and a branch named after it. */
const TICKET = /^(?:[A-Z]{2,10}|[a-z]{2,6})-\d+(?:-[a-z]+){0,10}[.,;:)]*$/;

const TERM =
  /^(?:oauth\d?|base\d+|sha-?\d+|md5|utf-?\d+|ipv\d|http|rs\d+|es\d+|hs\d+|ed25519|rsa|aes|x509|pkcs|v?\d+(?:\.\d+)*|\d+(?:st|nd|rd|th|m?s|h|d|m|[kmg]b?|x|-?bits?|-?chars?|-?days?|-?hours?|-?min)|RFC\d+|(?:AADSTS|E|ORA-|TF|KB)\d+|[\d:/.TZ+-]+)\b[^!@#$%^&*]*$/i;
