// What people say in a sentence: "my password is ...", "log in with user x and password y".
import { isOpaque, isPlainlySaid, isSaid, isSpokenWord, isToken } from '../checks.ts';
import { SECRET_KEY } from '../fragments.ts';
import { type Check, placed, type Rule } from '../rule.ts';
import { isGuid, isSetting, isState } from '../wording.ts';

/** What each name for a password begins with. */
const PASSWORD_KEYWORDS = ['pass', 'pw', 'kennwort', 'wachtwoord', 'contrase', 'mot de', 'senha', 'cred', 'login'];
const PASSWORD =
  '(?:pass(?:word|wd|phrase|code|wort|wrd)|kennwort|wachtwoord|contrase(?:ñ|n)a|mot de passe|senha|(?<![a-z])(?:pw|pwd|pass|creds?|credentials|login))';

const TOKEN =
  '(?:(?<!(?:next|page|continuation|client|request|cancellation) ?)(?<![a-z])token|(?<![a-z])(?:secret|pat|sas|api[ _-]?key))';

const KEY_KEYWORDS = ['key', 'token', 'secret', 'pat', 'sas', 'api'];
const KEY = `(?:${TOKEN}|${SECRET_KEY}(?<![a-z])key)`;

/** Words between the name and what it is; none that turns the name into another ("key id is"), none that ends a sentence. */
const WORDS = (most: number): string =>
  `(?:[ \\t]{1,3}(?!(?:is|are|was|id|ids|name|type|file|path|url|fingerprint|thumbprint|version|length|policy|field|hint|prompt|format|prefix|expiry|vault|manager|count|size|store)\\b)[\\w@.'’/-]{0,29}[\\w@'’/-]){0,${most}}?`;

/** "is", and what may stand between it and the value; a colon only behind "for", "of" and the like. */
const IS = `(?:${WORDS(6)}[ \\t]{1,3}(?:is|are|was|were|ist|est|es|é|lautet):?|['’]s(?=[ \\t])|[ \\t]for[ \\t]'[^'\\n]{1,200}':|[ \\t]-(?=[ \\t])|(?:[ \\t]{1,3}(?:for|of|to|on|in|at|i|we|from|für|de)\\b${WORDS(5)})?[ \\t]{0,3}(?:=|->|→|:))[ \\t]{1,3}(?:(?:still|now|just|actually|currently|literally|set to|this|simply)[,:]?[ \\t]{1,3}){0,2}`;

/** Quoted, or up to a blank but without the stop of the sentence. */
const SAID =
  '(?:[*_]{0,2}["“”„]([^"“”\\n]{3,200})["“”]|\'([^\'\\n]{3,200})\'|‘([^‘’\\n]{3,200})’|`{1,3}([^`\\n]{3,400})`|(?![<"“”\'‘`(\\[])([^\\s"“”`<>]{3,400}[^\\s"“”`<>.,;:)\\]}*]))';

/** Between a secret and its name where the name comes last. */
const AS_THE =
  '[ \\t]{1,3}(?:as|is|for|was)[ \\t]{1,3}(?:the\\s|my\\s|our\\s|its\\s|a\\s)?(?:new\\s|old\\s|root\\s|admin\\s|db\\s)?';
const SPOKEN_NAME = '(?:password|passwd|pwd|pw|passphrase)';

/** In quotes, and at most three words; in a code span one, for longer ones are commands. */
const isQuotedWord: Check = (value, before, after) =>
  value.length >= 4 &&
  /["“„`'‘]$/.test(before) &&
  /^["”“`'’]/.test(after) &&
  !/\s.*\s.*\s/.test(value) &&
  !isState(value) &&
  !(before.endsWith('`') && /\s/.test(value)) &&
  !/password|:\/\//i.test(value);

const PASSWORD_SAID = /\b(?:pass|pw|kenn|wacht|contra|mot de|senha)/i;

/** Behind "is": anything quoted, anything that is no word, and a word that ends the sentence. */
const isAnswer: Check = (value, before, after) =>
  isSaid(value) ||
  (value.length >= 16 && isOpaque(value) && isToken(value, before, after)) ||
  (PASSWORD_SAID.test(before) && isQuotedWord(value, before, after)) ||
  (PASSWORD_SAID.test(before) &&
    /\s(?:is|was|ist|est|es|é)\s+[\w\s:,]*$/i.test(before) &&
    !/\s\S+\s+\S+\s+\S/.test(before) &&
    isSpokenWord(value, after));

const isKeySaid: Check = (value, before, after) =>
  isOpaque(value) && value.length >= 10 && isToken(value, before, after);

/** A bare key may be a fingerprint: it needs two kinds of letters. A token needs a few digits, and is no id. */
const isKeyNamed: Check = (value, before, after) =>
  /[a-z]/.test(value) &&
  !isSetting(value) &&
  (/[A-Z]/.test(value) ? /\d/.test(value) : !/^key/i.test(before) && /\d.*\d.*\d/.test(value) && !isGuid(value)) &&
  isToken(value, before, after);

export const WORD_RULES: readonly Rule[] = [
  placed({
    kind: 'password',
    keywords: PASSWORD_KEYWORDS,
    isAnchored: true,
    pattern: new RegExp(`${PASSWORD}${IS}${SAID}`, 'i'),
    check: isAnswer,
  }),
  placed({
    // "password Abc..." with nothing in between.
    kind: 'password',
    keywords: PASSWORD_KEYWORDS,
    isAnchored: true,
    pattern: new RegExp(`${PASSWORD}[ \\t]{1,3}(?:of\\s|like\\s|e\\.g\\.\\s)?${SAID}`, 'i'),
    check: (value, before, after) => isPlainlySaid(value) || (isQuotedWord(value, before, after) && isSaid(value)),
  }),
  placed({
    // "with user x and password y", "user x pw y".
    kind: 'password',
    keywords: ['pass', 'pw'],
    pattern: new RegExp(
      `(?:\\b(?:with|using|used?|tried|try|typed|entered|and|plus|user(?:name)?[ \\t]{1,3}\\S{1,64}|login[ \\t]{1,3}\\S{1,64})[,;]?[ \\t]{1,3}(?:the\\s|my\\s|a\\s)?)(?:password|passwd|pass|pwd|pw)[ \\t]{1,3}${SAID}`,
      'i',
    ),
    check: isSaid,
  }),
  placed({
    kind: 'password',
    keywords: ['pass', 'pw'],
    pattern: new RegExp(
      `\\b(?:set|chang\\w{1,3}|reset\\w{0,4}|updat\\w{1,3}|rotat\\w{1,3}|switch\\w{0,3})\\b(?:[ \\t]{1,3}[\\w.@'’-]{1,30}){0,5}?[ \\t]{1,3}(?:${PASSWORD}|it)(?:[ \\t]{1,3}[\\w.@'’-]{1,30}){0,5}?[ \\t]{1,3}to[ \\t]{1,3}(?:be\\s)?${SAID}`,
      'i',
    ),
    check: (value, before, after) =>
      PASSWORD_SAID.test(before) ? isSaid(value) || isQuotedWord(value, before, after) : isPlainlySaid(value),
  }),
  placed({
    // "x as the password"
    kind: 'password',
    keywords: ['pass', 'pw'],
    isAnchored: true,
    pattern: new RegExp(`(?<=(?<!\\S)([^\\s"“”\`'‘’<>(]{6,100})${AS_THE})${SPOKEN_NAME}`, 'i'),
    check: isPlainlySaid,
  }),
  placed({
    // The same in quotes.
    kind: 'password',
    keywords: ['pass', 'pw'],
    isAnchored: true,
    pattern: new RegExp(`(?<=["“\`'‘]([^\\s"“”\`'‘’]{4,100})["”\`'’]${AS_THE})${SPOKEN_NAME}`, 'i'),
    check: value => isPlainlySaid(value) || isSaid(value),
  }),
  placed({
    kind: 'key',
    keywords: KEY_KEYWORDS,
    isAnchored: true,
    pattern: new RegExp(`${KEY}${IS}${SAID}`, 'i'),
    check: (value, before, after) => (/secret/i.test(before) && isSaid(value)) || isKeySaid(value, before, after),
  }),
  placed({
    kind: 'key',
    keywords: KEY_KEYWORDS,
    isAnchored: true,
    pattern: new RegExp(`${KEY}[ \\t]{1,3}["'\`]?([\\w.~+/=-]{20,8000})`, 'i'),
    check: isKeyNamed,
  }),
  placed({
    // A label on its own line, the value on the next.
    kind: 'password',
    keywords: [...PASSWORD_KEYWORDS, ...KEY_KEYWORDS],
    isAnchored: true,
    pattern: new RegExp(
      `(?:${PASSWORD}|${KEY})(?:\\s?\\([^)\\n]{1,30}\\))?[ \\t]{0,4}[:=]?[ \\t]{0,4}\\r?\\n{1,2}[ \\t>]{0,8}[\`"']{0,3}([^\\s"'\`,;]{6,8000})[\`"']{0,3}[ \\t]{0,8}(?=\\r?\\n|$)`,
      'i',
    ),
    check: (value, before, after) => isToken(value, before, after) && isPlainlySaid(value),
  }),
  placed({
    // print(token) -> x, and what an interpreter answers on the next line.
    kind: 'key',
    keywords: ['print(', 'println(', 'puts(', 'echo(', '.log('],
    pattern: new RegExp(
      `(?:print(?:ln)?|puts|echo|\\.log)\\([\\w.["']{0,40}?${KEY}[\\w"'\\]]{0,12}\\);?[ \\t]{0,4}(?:(?:->|=>|→|#|\\/\\/|\\r?\\n)[ \\t]{0,4})["']?([\\w.~+/=$!-]{10,8000})`,
      'i',
    ),
    check: isKeySaid,
  }),
  placed({
    // "creds: admin / x", "user/pass admin:x", "log in as admin with x".
    kind: 'password',
    keywords: ['cred', 'login', 'log in', 'logged in', 'user', 'sign in', 'signed in', 'account'],
    isAnchored: true,
    pattern:
      /\b(?:cred(?:ential)?s?|logins?|logged in|log in|signed in|sign in|user(?:name)?(?:\s?(?:\/|and|&)\s?(?:pass(?:word)?|pw))?|account)(?=[ \t:=])(?:[ \t]{1,3}(?:is|are|was|as|with|using|details))?[ \t]{0,3}[:=]?[ \t]{0,3}(?!arn:|SHA\d|MD5:)["'`(]{0,2}[\w.@\\+-]{1,64}["'`]?[ \t]{0,3}(?:\/{1,2}|:|\||,|with|and)[ \t]{0,3}["'`]?([^\s"'`<>]{5,200}[^\s"'`<>.,;:)\]}])/i,
    check: isPlainlySaid,
  }),
  placed({
    // "bob/x as login", "admin:x for the login".
    kind: 'password',
    keywords: ['as', 'for'].flatMap(word =>
      ['', 'the ', 'my ', 'our '].flatMap(whose => ['login', 'cred', 'user'].map(name => ` ${word} ${whose}${name}`)),
    ),
    pattern:
      /(?<![\w/:.@-])[\w.@+-]{2,64} ?(?:\/{1,2}|:) ?([^\s/"'`<>]{5,200}[^\s"'`<>.,;:)\]}])["'`]?[ \t](?:as|for) (?:the |my |our )?(?:login|creds|credentials|user)\b/i,
    check: isPlainlySaid,
  }),
  placed({
    kind: 'one-time-code',
    keywords: ['pin', 'otp', 'totp', 'mfa', '2fa', 'verification', 'one', 'authenticator', 'backup', 'recovery'],
    isAnchored: true,
    pattern:
      /\b(?:pin|otp|totp|(?:mfa|2fa|verification|one[- ]time|authenticator|backup|recovery)(?: |_|-)?(?:code|pin|token|password))\b(?:\s{0,3}[:=]\s{0,3}|\s{1,3}(?:is|was)\s{1,3}|\s{1,3})["'`]?(\d{4,10})(?![\w.])/i,
  }),
];
