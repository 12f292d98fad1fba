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

/** The table grows before it is half full. */
const FEWEST_PLACES = 4_096;
/** Words can be made up that all belong in the same place: so far is one looked for, which at half full is further than any gets. */
const FARTHEST = 64;

/**
 * The same for a word that stands in a text from `start` to `end`. It is looked up where it stands, in a table of our own: a Map
 * would have it cut out first, and took a sixth of the time of a match.
 */
export function rememberCut<Made>(make: (word: string) => Made): (text: string, start: number, end: number) => Made {
  const words: string[] = [];
  const made: Made[] = [];
  let places = placesFor(FEWEST_PLACES);
  const find = (hash: number, text: string, start: number, end: number): Made | undefined => {
    const mask = places.length - 1;
    for (let step = 0; step < FARTHEST; step++) {
      const at = ((hash + step) << 1) & mask;
      const number = places[at + 1] ?? FREE;
      if (number === FREE) return undefined;
      if (places[at] === hash && isWord(words[number - 1] ?? '', text, start, end)) return made[number - 1];
    }
    return undefined;
  };
  const add = (hash: number, word: string, value: Made): void => {
    words.push(word);
    made.push(value);
    if (words.length * 4 > places.length) places = grown(places);
    put(places, hash, words.length);
  };
  return (text, start, end) => {
    const hash = hashOf(text, start, end);
    const known = find(hash, text, start, end);
    if (known !== undefined) return known;
    const own = copyOf(text.slice(start, end));
    const value = make(own);
    if (words.length < MOST_REMEMBERED) add(hash, own, value);
    return value;
  };
}

/** Each place is two numbers: the hash of a word, and which word it is, counted from 1. */
const placesFor = (count: number): Int32Array => new Int32Array(count * 2);
const FREE = 0;

function grown(places: Int32Array): Int32Array {
  const more = placesFor(places.length);
  for (let at = 0; at < places.length; at += 2) {
    const number = places[at + 1] ?? FREE;
    if (number !== FREE) put(more, places[at] ?? 0, number);
  }
  return more;
}

/** In the first free place; in none when that is too far. */
function put(places: Int32Array, hash: number, number: number): void {
  for (let step = 0; step < FARTHEST; step++) {
    const at = ((hash + step) << 1) & (places.length - 1);
    if (places[at + 1] !== FREE) continue;
    places[at] = hash;
    places[at + 1] = number;
    return;
  }
}

/** FNV-1a, its upper half folded into the lower one, by which the place is chosen. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

function isWord(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = start; at < end; at++) if (word.charCodeAt(at - start) !== text.charCodeAt(at)) return false;
  return true;
}

/** A word cut out of a message shares its memory, and would keep a megabyte alive for the sake of a few letters. */
const copyOf = (word: string): string => Buffer.from(word, 'utf16le').toString('utf16le');
