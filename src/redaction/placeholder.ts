// Tells what stands in the place of a secret and is none: references to one, examples, blanks and public names.

/** True for text that may be shown although it stands where a secret would. */
export function isPlaceholder(text: string): boolean {
  if (text.length > LONGEST_PLACEHOLDER) return false;
  const bare = text.replace(/^[:@*&\s]+|[.,;:?\s]+$/g, '');
  return (
    LITERALS.has(bare.toLowerCase()) ||
    REFERENCES.some(pattern => pattern.test(text)) ||
    PUBLIC.some(pattern => pattern.test(text)) ||
    isBlank(text) ||
    isNamedExample(bare)
  );
}

/** The longest that documentation shows for a key is about this long; a real token session may be longer. */
const LONGEST_PLACEHOLDER = 160;

const LITERALS: ReadonlySet<string> = new Set(
  [
    'null nil none undefined nan true false yes no on off ok y n na n/a tbd todo empty unset blank default auto prompt ask stdin',
    'string str bytes byte boolean bool int integer number text varchar any object array secretstr securestring char void',
    'required optional hidden masked redacted removed sensitive omitted filtered encrypted secure unknown missing invalid',
    'password passwd passphrase pass pwd pw secret secrets token tokens key keys apikey value user username credentials auth',
    'changeme change-me change_me replaceme replace-me replace_me fixme placeholder example sample dummy fake file env vault',
  ]
    .join(' ')
    .split(' '),
);

/** A place where the secret is kept: variables, templates, secret managers. */
const REFERENCES: readonly RegExp[] = [
  /^\\?\$+[A-Za-z_][\w:.]*$|^\$env:/i,
  /\$\{[^}]*(?:\}|$)|\$\([^)]*(?:\)|$)|\{\{|\$\{\{|#\{[^}]*\}/,
  /^%[A-Za-z_][\w.]*%$|^\{[A-Za-z_][\w .:-]*\}?['"]?$/,
  /^<[A-Za-z_!/][^>]*>?$|^&lt;|^\[[A-Za-z][A-Za-z _-]*\]?$|^__[A-Z_]+__$/,
  /^\((?:sensitive|known|hidden|redacted|empty|none|unset|not|no|null|removed|masked|optional|required)\b/i,
  /^(?:process\.env|import\.meta|os\.environ|os\.getenv|env|vars?|secrets|local|data|module|settings|config|github|steps|needs|inputs)[.[(]/i,
  /^(?:op|vault|ssm|sm|gcp-?sm|awssm|akv|secretref|keyring|doppler|bws|gsm):\/?\/?|^@Microsoft\.KeyVault|^arn:|^!(?:vault|Ref|Sub)\b/i,
  /^projects\/[\w.-]+\/secrets\/|^\/?(?:secret|kv)\/(?:data\/)?[\w./-]+$|^ENC\[|^\$ANSIBLE_VAULT/,
];

/** Shaped like a secret, but published by design. */
const PUBLIC: readonly RegExp[] = [
  /^(?:AKIA|ASIA|AROA|AIDA|AGPA|ANPA|LTAI|GOOG1)[A-Z0-9]{12,}$/,
  /^(?:(?:sk-)?(?:ssh|ecdsa)-[a-z0-9]{2,8}(?:\s|-[a-z0-9-]|$)|AAAA[BCE]3Nza|(?:SHA|sha)(?:1|256|384|512)[:-]|MD5:|age1[a-z0-9]{40}|pk_(?:live|test)_|pk\.eyJ|LS0tLS1CRUdJTiBDRVJ|MII[A-Z][A-Za-z0-9+/]{2}CCA)/,
  /^(?:[0-9a-fA-F]{2}:){7,}|^[A-Z]{2}[0-9a-f]{32}$/,
  /EXAMPLE/,
];

/** `xxxxx`, `****`, `abc...xyz`, `00000000`: somebody hid it, or never had it. */
function isBlank(text: string): boolean {
  if (
    /[xX]{5,}|(?:^|[^A-Za-z0-9])[xX]{3,}(?:$|[^A-Za-z0-9])|\*{3,}|^\*\*|[•●∗█▇]{2,}/.test(text) ||
    /^[xX*•#?_.-]+$/.test(text)
  )
    return true;
  if (text.length <= 30 && /\.{3}|…/.test(text)) return true;
  return text.length >= 8 && /^(.)\1*(?:(?!\1)(.)(?:\1|\2)*)?$/s.test(text);
}

/** What documentation writes: words joined by - _ or space, with one that gives it away, and no digits. */
function isNamedExample(text: string): boolean {
  if (/^(?:your|my|insert|example|dummy|fake|sample|replace|change)[A-Z][A-Za-z]+$/.test(text)) return true;
  const words = text.toLowerCase().split(/[^a-z0-9]+/);
  if (words.length < 2 || /\d/.test(text)) return false;
  if (words.at(-1) === 'here' || words.every(word => NOUN.test(word) || QUALIFIER.test(word))) return true;
  return EXAMPLE_STARTS.test(words[0] ?? '') && words.slice(1).some(word => NOUN.test(word));
}

const EXAMPLE_STARTS =
  /^(?:your?|my|our|insert|enter|replace|example|dummy|fake|sample|some|the|put|add|paste|change|test|new|old|a|an)$/;

const NOUN =
  /^(?:pass(?:word|wd|phrase|code)?|pwd|pw|secret|token|keys?|apikey|credentials?|creds|value|string|here|me|goes|id|jwt|pat)$/;

const QUALIFIER =
  /^(?:access|refresh|auth|api|client|app|db|database|user|admin|root|bot|service|account|private|session|bearer|github|gitlab|gh|aws|azure|gcp|npm|registry|docker|slack|webhook|signing|master|shared|storage|github|is|not|set)$/;
