// What the indexes know of every word ever met, as numbers. A word is looked up where it stands in a message: cutting it out first
// took a sixth of the time of a match, and objects strewn over memory took another.

/** That an index knows nothing of a word. */
export const NONE = -1;

/** The numbers that a word has in the indexes, or NONE; `bare`: that of the same word without an SDK's suffix. */
export type Meaning = { readonly concept: number; readonly step: number; readonly bare: number };

/** `parts`: the words inside a camel-case word, such as `s3` in `AmazonS3Exception`, or round an apostrophe. */
export type Learned = Meaning & { readonly parts: readonly Meaning[] };

/** People can type anything: beyond this many words, what is new is worked out each time. */
const MOST_REMEMBERED = 50_000;
/** Longer ones are no words, and would fill the memory. */
const LONGEST_REMEMBERED = 64;
/** The table grows before it is half full. */
const FEWEST_PLACES = 4_096;
/** Words can be made up that all belong in the same place: so far is one looked for, which at half full is further than any gets. */
const FARTHEST = 64;

/** A place in the table is four numbers: the hash of a word, where its letters are, how many they are, and its record, or FREE. */
const PLACE = 4;
const FREE = 0;
/** A record is four numbers: concept, step, bare, and which of `#parts`. */
const RECORD = 4;
/** The first record, and the second parts, are those of the last word that is not remembered; the first parts are none. */
const [PASSING_RECORD, PASSING_PARTS, NO_PARTS] = [0, 1, 0] as const;

/** A class because its state has a life: it grows with every new word. */
export class Lexicon {
  readonly #learn: (word: string) => Learned;
  readonly #parts: (readonly Meaning[])[] = [[], []];
  #places = new Int32Array(FEWEST_PLACES * PLACE);
  #records = new Int32Array(FEWEST_PLACES * RECORD);
  #letters = new Uint16Array(FEWEST_PLACES * 8);
  #lettersUsed = 0;
  #count = 0;

  constructor(learn: (word: string) => Learned) {
    this.#learn = learn;
  }

  /** The record of the word that stands from `start` to `end`; valid until the next one is looked up. */
  find(units: Uint16Array, start: number, end: number, hash: number): number {
    const places = this.#places;
    const letters = this.#letters;
    for (let step = 0; step < FARTHEST; step++) {
      const at = placeOf(hash, step, places);
      const record = places[at + 3] ?? FREE;
      if (record === FREE) break;
      if (
        places[at] === hash &&
        places[at + 2] === end - start &&
        isAt(letters, places[at + 1] ?? 0, units, start, end)
      )
        return record;
    }
    return this.#add(hash, units.subarray(start, end));
  }

  concept(record: number): number {
    return this.#records[record] ?? NONE;
  }
  step(record: number): number {
    return this.#records[record + 1] ?? NONE;
  }
  bare(record: number): number {
    return this.#records[record + 2] ?? NONE;
  }
  hasParts(record: number): boolean {
    return this.#records[record + 3] !== NO_PARTS;
  }
  parts(record: number): readonly Meaning[] {
    return this.#parts[this.#records[record + 3] ?? NO_PARTS] ?? [];
  }

  #add(hash: number, word: Uint16Array): number {
    const { concept, step, bare, parts } = this.#learn(UTF_16.decode(word));
    const isPassing = this.#count === MOST_REMEMBERED || word.length > LONGEST_REMEMBERED;
    if (!isPassing) this.#count++;
    const record = isPassing ? PASSING_RECORD : this.#count * RECORD;
    if (record === this.#records.length) this.#records = longer(this.#records);
    this.#records.set([concept, step, bare, this.#keep(parts, isPassing)], record);
    if (!isPassing) this.#remember(hash, word, record);
    return record;
  }

  #keep(parts: readonly Meaning[], isPassing: boolean): number {
    if (parts.length === 0) return NO_PARTS;
    if (!isPassing) return this.#parts.push(parts) - 1;
    this.#parts[PASSING_PARTS] = parts;
    return PASSING_PARTS;
  }

  #remember(hash: number, word: Uint16Array, record: number): void {
    const letters = this.#lettersUsed;
    this.#lettersUsed += word.length;
    if (this.#lettersUsed > this.#letters.length) {
      const more = new Uint16Array(this.#lettersUsed * 2);
      more.set(this.#letters);
      this.#letters = more;
    }
    this.#letters.set(word, letters);
    if (this.#count * 2 * PLACE > this.#places.length) this.#places = spread(this.#places);
    put(this.#places, [hash, letters, word.length, record]);
  }
}

function isAt(kept: Uint16Array, letters: number, units: Uint16Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (kept[letters + at - start] !== units[at]) return false;
  return true;
}

const UTF_16 = new TextDecoder('utf-16le');

/** The lower bits of a product are its worse ones: the upper half is folded into them. */
const placeOf = (hash: number, step: number, places: Int32Array): number =>
  (((hash ^ (hash >>> 15)) + step) * PLACE) & (places.length - 1);

function longer(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(numbers.length * 2);
  more.set(numbers);
  return more;
}

/** The same words in a table of twice the size. */
function spread(places: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(places.length * 2);
  for (let at = 0; at < places.length; at += PLACE)
    if (places[at + 3] !== FREE) put(more, places.subarray(at, at + PLACE));
  return more;
}

/** In the first free place; in none when that is too far. */
function put(places: Int32Array, place: ArrayLike<number>): void {
  for (let step = 0; step < FARTHEST; step++) {
    const at = placeOf(place[0] ?? 0, step, places);
    if (places[at + 3] !== FREE) continue;
    places.set(place, at);
    return;
  }
}
