import type { Random } from './random.ts';

/** How long a person works on one step of one case: minutes of work, not of the calendar. */
export type ServiceTime =
  | { readonly shape: 'exponential'; readonly mean: number }
  | { readonly shape: 'fixed'; readonly mean: number }
  /** `cv`: the standard deviation as a part of the mean. */
  | { readonly shape: 'lognormal'; readonly mean: number; readonly cv: number }
  /** One of these is drawn each time, all alike. */
  | { readonly shape: 'empirical'; readonly minutes: readonly number[] };

export function drawMinutes(time: ServiceTime, random: Random): number {
  switch (time.shape) {
    case 'exponential':
      return drawExponential(time.mean, random);
    case 'fixed':
      return time.mean;
    case 'lognormal':
      return drawLognormal(time.mean, time.cv, random);
    case 'empirical':
      return time.minutes[Math.floor(random() * time.minutes.length)] ?? 0;
  }
}

export function meanMinutes(time: ServiceTime): number {
  if (time.shape !== 'empirical') return time.mean;
  const { minutes } = time;
  return minutes.length === 0 ? 0 : minutes.reduce((sum, one) => sum + one, 0) / minutes.length;
}

/** By the inverse of the distribution: one number of chance gives one time. */
export function drawExponential(mean: number, random: Random): number {
  return -mean * Math.log(1 - random());
}

/** Box and Muller's normal number, raised: its logarithm has the variance ln(1 + cv²). */
function drawLognormal(mean: number, cv: number, random: Random): number {
  const variance = Math.log(1 + cv * cv);
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return mean * Math.exp(Math.sqrt(variance) * normal - variance / 2);
}

/** How many of a thing happen where `mean` are expected (Knuth); in parts where the mean is large. */
export function drawPoisson(mean: number, random: Random): number {
  let left = mean;
  let count = 0;
  while (left > 0) {
    const part = Math.min(left, 30);
    const floor = Math.exp(-part);
    for (let product = random(); product > floor; product *= random()) count += 1;
    left -= part;
  }
  return count;
}
