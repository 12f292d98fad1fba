// Two small regressions by gradient descent: nothing random, so that the same cases give the same weights.

/** Steps of the descent, and the pull towards the starting weights for each case. */
const ROUNDS = 1500;
const RATE = 2;
const PULL = 0.0005;

export type Choice = {
  readonly weight: number;
  readonly options: readonly { readonly x: readonly number[]; readonly right: boolean }[];
};

/** Weights under which the right option of each choice scores highest (conditional logit). */
export function softmax(choices: readonly Choice[], start: readonly number[]): number[] {
  const usable = choices.filter(({ options }) => options.some(({ right }) => right));
  return descend(start, start, usable.length, (weights, gradient) => {
    for (const { options, weight } of usable) {
      const scores = options.map(({ x }) => dot(x, weights));
      const top = Math.max(...scores);
      const parts = scores.map(score => Math.exp(score - top));
      const all = parts.reduce((a, b) => a + b, 0);
      const right = parts.reduce((sum, part, i) => sum + (options[i]?.right ? part : 0), 0);
      options.forEach(({ x, right: isIt }, i) => {
        const part = parts[i] ?? 0;
        add(gradient, x, weight * ((isIt ? part / right : 0) - part / all));
      });
    }
  });
}

export type Row = { readonly x: readonly number[]; readonly y: boolean; readonly weight: number };

/** Weights of a logistic regression; the last of each x is the constant 1. */
export function logistic(rows: readonly Row[]): number[] {
  const start = rows[0]?.x.map(() => 0) ?? [];
  return descend(start, start, rows.length, (weights, gradient) => {
    for (const { x, y, weight } of rows)
      add(gradient, x, weight * ((y ? 1 : 0) - 1 / (1 + Math.exp(-dot(x, weights)))));
  });
}

function descend(
  start: readonly number[],
  towards: readonly number[],
  cases: number,
  slope: (weights: readonly number[], gradient: number[]) => void,
): number[] {
  const weights = [...start];
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map((weight, i) => PULL * cases * ((towards[i] ?? 0) - weight));
    slope(weights, gradient);
    gradient.forEach((step, i) => {
      weights[i] = (weights[i] ?? 0) + (step * RATE) / cases;
    });
  }
  return weights;
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

function add(to: number[], x: readonly number[], by: number): void {
  x.forEach((value, i) => {
    to[i] = (to[i] ?? 0) + value * by;
  });
}
