// Random shapes for doors that take JSON: any value at all, and real bodies with any value in any place of theirs.
import fc from 'fast-check';

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    '\u0000',
    '%',
    '../..',
    '<script>',
    'x'.repeat(5_000),
    1e308,
    -1,
    [[]],
    {},
  ),
);

/** `base` with one value of it replaced, or with one more. */
export const mutated = (base: unknown): fc.Arbitrary<unknown> => {
  const paths = pathsOf(base);
  return fc
    .array(fc.tuple(fc.constantFrom(...paths), odd), { minLength: 1, maxLength: 3 })
    .map(changes => changes.reduce((value, [path, by]) => replaced(value, path, by), base));
};

export const anyShape = (bases: readonly unknown[]): fc.Arbitrary<unknown> => fc.oneof(odd, ...bases.map(mutated));

type Path = readonly (string | number)[];

function pathsOf(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...at, key]))];
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((inner, i) => (String(i) === key ? replaced(inner, rest, by) : inner));
  if (typeof value !== 'object' || value === null) return by;
  return { ...value, [key]: replaced(Object.entries(value).find(([name]) => name === key)?.[1], rest, by) };
}
