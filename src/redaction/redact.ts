// Finds and masks secrets; the only place that makes a RedactedText.
import { findSecrets, type Span } from './scan.ts';

declare const brand: unique symbol;

/** Text without secrets. Only `redact` returns it; nothing else may be matched, queued, stored, logged or sent. */
export type RedactedText = string & { readonly [brand]: 'redacted' };

/** What was seen, without the thing itself: `lastFour` holds at most four characters, and none of a short secret. */
export type FoundSecret = { readonly kind: string; readonly lastFour?: string };

export type Redaction = { readonly text: RedactedText; readonly found: readonly FoundSecret[] };

/** A mask may uncover a neighbour, so passes repeat until one finds nothing: mostly that is the second. */
const MAX_PASSES = 5;

/** Four characters of a shorter secret would give too much of it away. */
const MIN_LENGTH_FOR_LAST_FOUR = 12;

/** Masks every secret as `[redacted:kind]`. Linear in the length of the text. */
export function redact(text: string): Redaction {
  const found: FoundSecret[] = [];
  let current = text;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const spans = findSecrets(current);
    if (spans.length === 0) break;
    for (const span of spans) found.push(describe(span, current));
    current = mask(current, spans);
  }
  return { text: trust(current), found };
}

function describe({ start, end, kind, issued }: Span, text: string): FoundSecret {
  return issued && end - start >= MIN_LENGTH_FOR_LAST_FOUR ? { kind, lastFour: text.slice(end - 4, end) } : { kind };
}

function mask(text: string, spans: readonly Span[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, kind } of spans) {
    parts.push(text.slice(at, start), `[redacted:${kind}]`);
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

const trust = (text: string): RedactedText => text as RedactedText;
