import { fileURLToPath } from 'node:url';

/** The folder of the checkout: where procedures, rules, calendars, locales and migrations lie. */
export const root = fileURLToPath(new URL('../..', import.meta.url));
