// The words of a message, one after the other, flat: what a match costs is the memory that it touches, and three hundred objects
// for 2 KB are much of it.
import { type Meaning, NONE } from './lexicon.ts';

/** Of each word so many numbers: a power of two, so that words do not straddle more memory than they need. */
const FIELDS = 8;
const [START, END, GLUED, HASH, CONCEPT, STEP, BARE] = [0, 1, 2, 3, 4, 5, 6] as const;
/** Room to begin with, in words; what a longer text needed is given back when the next one comes. */
const ROOM = 4_096;

/** A class so that nobody need know in which order the numbers stand. */
export class Words {
  count = 0;
  /** How many are glued to the one before. */
  glued = 0;
  #flat = new Int32Array(ROOM * FIELDS);

  /** From `start` to `end`; `glued`: nothing but code punctuation before it (`invalid_grant`). `hash`: of it as it is written. */
  add(start: number, end: number, glued: boolean, hash: number): void {
    const at = this.count * FIELDS;
    if (at === this.#flat.length) this.#grow();
    this.#flat[at + START] = start;
    this.#flat[at + END] = end;
    this.#flat[at + GLUED] = glued ? 1 : 0;
    this.#flat[at + HASH] = hash;
    this.count++;
    if (glued) this.glued++;
  }

  /** What the indexes know of it. */
  know(word: number, { concept, step, bare }: Meaning): void {
    const at = word * FIELDS;
    this.#flat[at + CONCEPT] = concept;
    this.#flat[at + STEP] = step;
    this.#flat[at + BARE] = bare;
  }

  start(word: number): number {
    return this.#flat[word * FIELDS + START] ?? 0;
  }
  end(word: number): number {
    return this.#flat[word * FIELDS + END] ?? 0;
  }
  isGlued(word: number): boolean {
    return this.#flat[word * FIELDS + GLUED] === 1;
  }
  hash(word: number): number {
    return this.#flat[word * FIELDS + HASH] ?? 0;
  }
  concept(word: number): number {
    return this.#flat[word * FIELDS + CONCEPT] ?? NONE;
  }
  step(word: number): number {
    return this.#flat[word * FIELDS + STEP] ?? NONE;
  }
  bare(word: number): number {
    return this.#flat[word * FIELDS + BARE] ?? NONE;
  }

  clear(): void {
    if (this.#flat.length > ROOM * FIELDS) this.#flat = new Int32Array(ROOM * FIELDS);
    this.count = 0;
    this.glued = 0;
  }

  #grow(): void {
    const more = new Int32Array(this.#flat.length * 2);
    more.set(this.#flat);
    this.#flat = more;
  }
}
