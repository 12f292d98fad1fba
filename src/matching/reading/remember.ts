// A function of a word that is worked out once for each word.

/** People can type anything: beyond this many words, what is new is worked out each time. */
const MOST_REMEMBERED = 50_000;

export function remember<Made extends object | string>(make: (word: string) => Made): (word: string) => Made {
  const made = new Map<string, Made>();
  return word => {
    const before = made.get(word);
    if (before !== undefined) return before;
    const own = copyOf(word);
    const value = make(own);
    if (made.size < MOST_REMEMBERED) made.set(own, value);
    return value;
  };
}

/** A word cut out of a message shares its memory, and would keep a megabyte alive for the sake of a few letters. */
const copyOf = (word: string): string => Buffer.from(word, 'utf16le').toString('utf16le');
