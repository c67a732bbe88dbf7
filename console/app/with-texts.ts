import { lazyRouteComponent } from '@tanstack/react-router';
import { needLaterTexts } from '../text/messages.ts';

/** A screen that is not everybody's every day brings texts of its own. */
export function withTexts<T extends Record<string, unknown>, K extends keyof T>(
  load: () => Promise<T>,
  name: K,
) {
  return lazyRouteComponent(async () => (await Promise.all([load(), needLaterTexts()]))[0], name);
}
