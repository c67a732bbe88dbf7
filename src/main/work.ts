import type { Context } from '../features/context/index.ts';

/** Runs one job in a transaction of its own, as the system. */
export type Work = <T>(job: (ctx: Context) => Promise<T>) => Promise<T>;
