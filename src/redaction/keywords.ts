// Finds in one walk over a text which rules are worth running (Aho and Corasick, 1975): the cost does not grow with the rules.

/** Called for each word of a list that stands in the text, in the order of the words' ends. */
type OnKeyword = (list: number, start: number) => void;

/** Returns a function that reports every word of every list in a text. */
export function compileKeywords(lists: readonly (readonly string[])[]): (text: string, onKeyword: OnKeyword) => void {
  const alphabet = readAlphabet(lists.flat());
  const automaton = connect(plant(lists, alphabet), alphabet.width);
  return (text, onKeyword) => walk(text, automaton, alphabet, onKeyword);
}

/** A word that ends at a node: whose it is, and how long. */
type Ending = { readonly list: number; readonly length: number };
type Node = { readonly children: Map<number, number>; readonly endings: Ending[] };

/** `next` holds, for a state's row and a column, the row of the state that follows; `ends` marks rows where a word ends. */
type Automaton = {
  readonly next: Int32Array;
  readonly ends: Uint8Array;
  readonly endings: ReadonlyMap<number, readonly Ending[]>;
};

type Alphabet = { readonly width: number; readonly columns: Uint8Array };

/** Upper case counts as lower case; every character beyond ASCII is column 0, which leads back to the start. */
const ASCII = 128;

function readAlphabet(words: readonly string[]): Alphabet {
  const columns = new Uint8Array(ASCII);
  const letters = [...new Set(words.join(''))];
  letters.forEach((letter, i) => {
    columns[letter.charCodeAt(0)] = i + 1;
    columns[letter.toUpperCase().charCodeAt(0)] = i + 1;
  });
  return { width: letters.length + 1, columns };
}

function plant(lists: readonly (readonly string[])[], { columns }: Alphabet): Node[] {
  const nodes: Node[] = [{ children: new Map(), endings: [] }];
  lists.forEach((words, list) => {
    for (const word of new Set(words)) grow(nodes, word, columns).endings.push({ list, length: word.length });
  });
  return nodes;
}

/** Follows a word from the root, adding nodes where there are none, and returns its last one. */
function grow(nodes: Node[], word: string, columns: Uint8Array): Node {
  let at = nodes[0];
  for (let i = 0; i < word.length && at; i++) {
    const column = columns[word.charCodeAt(i)] ?? 0;
    const child = at.children.get(column) ?? nodes.push({ children: new Map(), endings: [] }) - 1;
    at.children.set(column, child);
    at = nodes[child];
  }
  if (!at || word === '')
    throw new Error(`The keyword "${word}" leads nowhere. Give the rule a word that its secrets come with.`);
  return at;
}

/** Breadth first: a node's fallback (the longest other beginning that ends here) is complete before the node is. */
function connect(nodes: readonly Node[], width: number): Automaton {
  const next = new Int32Array(nodes.length * width);
  const fallback = new Int32Array(nodes.length);
  const queue = [0];
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head] ?? 0;
    const back = fallback[state] ?? 0;
    if (back !== state) nodes[state]?.endings.push(...(nodes[back]?.endings ?? []));
    for (let column = 1; column < width; column++) {
      const child = nodes[state]?.children.get(column);
      const other = state === 0 ? 0 : (next[back * width + column] ?? 0);
      next[state * width + column] = child === undefined ? other : child * width;
      if (child === undefined) continue;
      queue.push(child);
      fallback[child] = other / width;
    }
  }
  return { next, ...ending(nodes, width) };
}

function ending(nodes: readonly Node[], width: number): Pick<Automaton, 'ends' | 'endings'> {
  const ends = new Uint8Array(nodes.length * width);
  const endings = new Map<number, readonly Ending[]>();
  nodes.forEach((node, state) => {
    if (node.endings.length === 0) return;
    ends[state * width] = 1;
    endings.set(state * width, node.endings);
  });
  return { ends, endings };
}

function walk(text: string, { next, ends, endings }: Automaton, { columns }: Alphabet, onKeyword: OnKeyword): void {
  let row = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    row = code < ASCII ? (next[row + (columns[code] ?? 0)] ?? 0) : 0;
    if (ends[row] === 1) for (const { list, length } of endings.get(row) ?? []) onKeyword(list, i + 1 - length);
  }
}
