import type { Page, Request } from 'playwright-core';

interface Traffic {
  readonly underWay: Set<Request>;
  /** Called when the last request under way has ended. */
  readonly waiting: (() => void)[];
}

const trafficOf = new WeakMap<Page, Traffic>();

/** Counts from now on what the page asks for, so that `quiet` can tell when nothing is under way. Once is enough. */
export function watchTraffic(page: Page): void {
  if (trafficOf.has(page)) return;
  const traffic: Traffic = { underWay: new Set(), waiting: [] };
  trafficOf.set(page, traffic);
  const end = (request: Request) => {
    traffic.underWay.delete(request);
    if (traffic.underWay.size === 0) for (const go of traffic.waiting.splice(0)) go();
  };
  page.on('request', (request) => traffic.underWay.add(request));
  page.on('requestfinished', end);
  page.on('requestfailed', end);
}

/** Waits until nothing is being fetched and what came has been drawn without asking for more. */
export async function quiet(page: Page): Promise<void> {
  const traffic = trafficOf.get(page);
  if (traffic === undefined) throw new Error('this page is not watched');
  do {
    if (traffic.underWay.size > 0) await new Promise<void>((go) => traffic.waiting.push(go));
    await drawn(page);
  } while (traffic.underWay.size > 0);
}

/** Waits until what the last change asked of the page has been drawn. */
export async function drawn(page: Page): Promise<void> {
  // React draws in one task and asks for what it lacks in the next; two frames see both through.
  await page.evaluate(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))',
  );
}
