// Learns from labelled lists of features which features speak for which label: softmax regression, nothing random in it.

export type Example = { readonly features: readonly string[]; readonly label: string };

export type Learned = {
  readonly labels: readonly string[];
  /** A probability for every label, in the order of `labels`. */
  readonly weigh: (features: readonly string[]) => readonly number[];
};

/** Enough for the weights to settle; more rounds change nothing that was measured. */
const ROUNDS = 5;
/** AdaGrad (Duchi et al. 2011): the step shrinks for features that were moved often. */
const STEP = 0.5;
/** Draws weights towards zero, so that no single rare word decides. */
const DECAY = 2e-4;
/** An error this small teaches nothing more. */
const SETTLED = 0.02;

type Known = { readonly rows: Int32Array; readonly label: number };
type Table = { readonly weights: Float64Array; readonly moved: Float64Array; readonly width: number };

export function learn(examples: readonly Example[]): Learned {
  const labels = [...new Set(examples.map(({ label }) => label))];
  const index = indexFeatures(examples);
  const size = index.size * labels.length;
  const table = { weights: new Float64Array(size), moved: new Float64Array(size).fill(1e-6), width: labels.length };
  let open = mix(
    examples.map(({ features, label }) => ({ rows: rowsOf(features, index), label: labels.indexOf(label) })),
  );
  const shares = new Float64Array(labels.length);
  for (let round = 0; round < ROUNDS; round++) {
    const unsettled = open.filter(example => adjust(example, table, shares));
    if (round % 2 === 1) open = unsettled; // what two rounds had nothing to teach is left out from then on
  }
  return {
    labels,
    weigh: features => {
      const weighed = new Float64Array(labels.length);
      softmax(rowsOf(features, index), table, weighed);
      return [...weighed];
    },
  };
}

function indexFeatures(examples: readonly Example[]): Map<string, number> {
  const index = new Map<string, number>();
  for (const { features } of examples) for (const name of features) if (!index.has(name)) index.set(name, index.size);
  return index;
}

const rowsOf = (features: readonly string[], index: ReadonlyMap<string, number>): Int32Array =>
  Int32Array.from(features.flatMap(name => index.get(name) ?? []));

/** In leaps through the list: neighbours have the same label, and learning wants them mixed. */
function mix<T>(list: readonly T[]): T[] {
  const leap = 7919; // a prime greater than the root of any list of phrases, so that all places are visited
  return list.flatMap((_, i) => list[(i * leap) % list.length] ?? []);
}

/** One step towards the example's label; false when it had nothing to teach. */
function adjust({ rows, label }: Known, table: Table, shares: Float64Array): boolean {
  const { weights, moved, width } = table;
  softmax(rows, table, shares);
  shares[label] = (shares[label] ?? 0) - 1;
  const scale = 1 / Math.sqrt(Math.max(1, rows.length));
  let taught = false;
  for (let k = 0; k < width; k++) {
    const error = shares[k] ?? 0;
    if (Math.abs(error) < SETTLED) continue;
    taught = true;
    for (const row of rows) {
      const at = row * width + k;
      const slope = error * scale + DECAY * (weights[at] ?? 0);
      const sum = (moved[at] ?? 0) + slope * slope;
      moved[at] = sum;
      weights[at] = (weights[at] ?? 0) - (STEP * slope) / Math.sqrt(sum);
    }
  }
  return taught;
}

/** Long sentences hold more features; dividing by the root of their number keeps them from being surer than short ones. */
function softmax(rows: Int32Array, { weights, width }: Table, shares: Float64Array): void {
  shares.fill(0);
  for (const row of rows)
    for (let k = 0, at = row * width; k < width; k++, at++) shares[k] = (shares[k] ?? 0) + (weights[at] ?? 0);
  const scale = 1 / Math.sqrt(Math.max(1, rows.length));
  const top = Math.max(...shares) * scale;
  let total = 0;
  for (let k = 0; k < width; k++) {
    const share = Math.exp((shares[k] ?? 0) * scale - top);
    shares[k] = share;
    total += share;
  }
  for (let k = 0; k < width; k++) shares[k] = (shares[k] ?? 0) / total;
}
