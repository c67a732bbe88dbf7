export type { Context, Locale, Office } from './context.ts';
export type { Host } from './host.ts';
