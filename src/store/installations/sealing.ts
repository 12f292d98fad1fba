// Seals what is kept of an installation: AES-256-GCM, bound to its workspace, with keys that can be changed. Pure but for
// the chance in each nonce.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** `id` tells which key sealed a text; it gives nothing away of the key. */
export type Key = { readonly id: string; readonly bytes: Buffer };

/** The first seals, all open: a new key is put in front, and the old one goes when nothing is sealed with it any more. */
export type KeyRing = { readonly first: Key; readonly all: readonly Key[] };

export type ParsedKeys =
  | { readonly kind: 'keys'; readonly keys: KeyRing }
  | { readonly kind: 'malformed'; readonly nth: number };

export type Opened =
  | { readonly kind: 'opened'; readonly text: string; readonly isOld: boolean }
  | { readonly kind: 'unreadable'; readonly why: 'no-such-key' | 'tampered' };

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
/** What GCM is made for; chance gives every text its own (NIST SP 800-38D, 8.2.2: fine for 2^32 texts a key). */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const FORMAT = 's1';

/** Base64 of 32 bytes each, separated by commas or blanks; `nth` counts from one. */
export function parseKeys(text: string): ParsedKeys {
  const keys = text
    .split(/[\s,]+/)
    .filter(part => part !== '')
    .map(toKey);
  const malformed = keys.indexOf(undefined);
  if (malformed >= 0) return { kind: 'malformed', nth: malformed + 1 };
  const all = keys.filter(key => key !== undefined);
  const [first] = all;
  return first ? { kind: 'keys', keys: { first, all } } : { kind: 'malformed', nth: 1 };
}

function toKey(text: string): Key | undefined {
  const bytes = Buffer.from(text, 'base64');
  // Node reads as much as it can: only what comes out as it went in is base64.
  const isWhole = bytes.toString('base64url') === text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  if (bytes.length !== KEY_BYTES || !isWhole) return undefined;
  return { id: createHash('sha256').update('locksmith key id').update(bytes).digest('hex').slice(0, 8), bytes };
}

/** `owner` is whose text it is: sealed for one, it does not open for another. */
export function seal({ first }: KeyRing, owner: string, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, first.bytes, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(boundTo(owner, first.id));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return [FORMAT, first.id, nonce.toString('base64url'), sealed.toString('base64url')].join('.');
}

/** `isOld`: sealed with another key than the first, so it is time to seal it anew. */
export function open(keys: KeyRing, owner: string, text: string): Opened {
  const [format, id, nonce = '', sealed = ''] = text.split('.');
  if (format !== FORMAT) return { kind: 'unreadable', why: 'tampered' };
  const key = keys.all.find(one => one.id === id);
  if (!key) return { kind: 'unreadable', why: 'no-such-key' };
  const opened = decipher(key, owner, Buffer.from(nonce, 'base64url'), Buffer.from(sealed, 'base64url'));
  if (opened === undefined) return { kind: 'unreadable', why: 'tampered' };
  return { kind: 'opened', text: opened, isOld: key !== keys.first };
}

function decipher(key: Key, owner: string, nonce: Buffer, sealed: Buffer): string | undefined {
  if (nonce.length !== NONCE_BYTES || sealed.length < TAG_BYTES) return undefined;
  const decipher = createDecipheriv(CIPHER, key.bytes, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(boundTo(owner, key.id));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8');
  } catch {
    // Node throws where the tag does not fit: another owner, or another text.
    return undefined;
  }
}

const boundTo = (owner: string, keyId: string): Buffer => Buffer.from(JSON.stringify([FORMAT, keyId, owner]));
