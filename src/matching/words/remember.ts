// A function of a word that is worked out once for each word.

/** People can type anything: beyond this many words, what is new is worked out each time. */
const MOST_REMEMBERED = 50_000;

export function remember(make: (word: string) => string): (word: string) => string {
  const made = new Map<string, string>();
  return word => {
    const before = made.get(word);
    if (before !== undefined) return before;
    const value = make(word);
    if (made.size < MOST_REMEMBERED) made.set(word, value);
    return value;
  };
}
