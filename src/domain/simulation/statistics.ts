/** A mean of independent runs with the interval in which the true one lies 95 times in 100. */
export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Student's t at 97.5 %, by degrees of freedom from 1 on. */
const studentT = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

/** Of values that are independent of one another; null where there are none. One value says nothing of its error. */
export function intervalOf(values: readonly number[]): Interval | null {
  const count = values.length;
  if (count === 0) return null;
  const mean = sumOf(values) / count;
  if (count === 1) return { mean, low: mean, high: mean };
  const variance = sumOf(values.map((value) => (value - mean) ** 2)) / (count - 1);
  const half = (studentT[count - 2] ?? 1.96) * Math.sqrt(variance / count);
  return { mean, low: mean - half, high: mean + half };
}

/** The interval of a share, which lies between 0 and 1. */
export function shareOf(values: readonly number[]): Interval | null {
  const found = intervalOf(values);
  return found === null
    ? null
    : { mean: found.mean, low: Math.max(0, found.low), high: Math.min(1, found.high) };
}

/** How much `values` rise from one to the next, by least squares; 0 where there are fewer than two. */
export function slopeOf(values: readonly number[]): number {
  const count = values.length;
  if (count < 2) return 0;
  const middle = (count - 1) / 2;
  const mean = sumOf(values) / count;
  const rise = sumOf(values.map((value, place) => (place - middle) * (value - mean)));
  return rise / sumOf(values.map((_, place) => (place - middle) ** 2));
}

/** The value below which a part of the weight lies; `weights[i]` is the weight of the value i. */
export function weightedQuantile(weights: readonly number[], part: number): number {
  const wanted = sumOf(weights) * part;
  let passed = 0;
  for (const [value, weight] of weights.entries()) {
    passed += weight;
    if (weight > 0 && passed >= wanted) return value;
  }
  return Math.max(0, weights.length - 1);
}

/** The value at a part of the way through sorted numbers; null where there are none. */
export function quantileOf(sorted: readonly number[], part: number): number | null {
  if (sorted.length === 0) return null;
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? null;
}

export function sumOf(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
