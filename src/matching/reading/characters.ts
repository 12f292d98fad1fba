// The characters of a text as numbers: a string would have to be asked for each of them, which takes twice the time.

/** UTF-16 units; after the last there are zeros, and then anything. */
export type Characters = { readonly units: Uint16Array; readonly length: number };

/** So that what comes after a character can be looked at. */
const ZEROS = 2;
/** Characters of any message; a longer text, which is a file, gets room of its own. */
const ROOM = 32_768;

/** What it returns is valid until it is called again. */
export function createCharacters(): (text: string) => Characters {
  const room = createRoom(ROOM);
  return text => {
    const { length } = text;
    const { bytes, units } = length + ZEROS > ROOM ? createRoom(length + ZEROS) : room;
    bytes.write(text, 'utf16le');
    for (let i = 0; i < ZEROS; i++) units[length + i] = 0;
    return { units, length };
  };
}

function createRoom(length: number): { readonly bytes: Buffer; readonly units: Uint16Array } {
  const bytes = Buffer.alloc(length * 2);
  return { bytes, units: new Uint16Array(bytes.buffer, bytes.byteOffset, length) };
}
