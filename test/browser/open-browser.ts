import { existsSync } from 'node:fs';
import { after, before, type TestContext, test } from 'node:test';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { unpackChromium } from './packed-chromium.ts';
import { watchTraffic } from './traffic.ts';

/** What a reader brings: a screen, a language, and sometimes no script and no light. */
export interface Reading {
  readonly width?: 360 | 1280;
  readonly language?: 'id' | 'en';
  readonly script?: boolean;
  readonly dark?: boolean;
  /** The page draws what others made, whose style attributes our policy refuses, as it should. */
  readonly stylesOfOthers?: boolean;
  /** Origins besides the house that the page may ask. */
  readonly elsewhere?: readonly string[];
}

/** Tests with a page, run in a real Chromium, or skipped by name where none can start. */
export interface BrowserTests {
  /** One test with a fresh page; a request to any other host fails it. */
  withPage(name: string, reading: Reading, work: (page: Page, t: TestContext) => Promise<void>): void;
}

/**
 * The Chromium of this machine (`CHROMIUM`), or the one that npm brings; call it once at the top of a test
 * file. `origin` tells where the house listens once it does.
 */
export function browserTests(origin: () => string): BrowserTests {
  let browser: Browser | null = null;
  let reason = '';
  before(async () => {
    try {
      browser = await shared();
    } catch (error) {
      // The first line names the program or the library that is missing; the rest is its log.
      reason = `no browser can start here: ${(error as Error).message.split('\n')[0]}`;
    }
  });
  after(async () => {
    await browser?.close();
  });

  return {
    withPage(name, reading, work) {
      test(name, async (t) => {
        if (browser === null) return t.skip(reason);
        const context = await browser.newContext(optionsOf(reading, origin()));
        const seen = watchFaults(context, reading, [origin(), ...(reading.elsewhere ?? [])]);
        try {
          const page = await context.newPage();
          watchTraffic(page);
          await work(page, t);
        } catch (error) {
          // What failed is often what a script's fault left behind.
          for (const fault of seen()) t.diagnostic(fault);
          throw error;
        } finally {
          await context.close();
        }
        if (seen().length > 0) throw new Error(seen().join('; '));
      });
    },
  };
}

/** Notes what no page of ours may do: ask another host, fail in a script, break its own content policy. */
function watchFaults(
  context: BrowserContext,
  reading: Reading,
  known: readonly string[],
): () => readonly string[] {
  const faults: string[] = [];
  context.on('request', (request) => {
    const url = request.url();
    if (known.some((one) => url.startsWith(one)) || /^(data|blob|about):/.test(url)) return;
    faults.push(`asked another host: ${url}`);
  });
  context.on('weberror', (fault) => faults.push(`script failed on the page: ${fault.error().message}`));
  context.on('console', (said) => {
    const text = said.text();
    if (reading.stylesOfOthers === true && text.startsWith('Applying inline style')) return;
    if (/content security policy|trusted(?:html|script| type)/i.test(text)) faults.push(text);
  });
  return () => faults;
}

// One for all files that share a process: each test has a context of its own, and what they have in common
// besides (the program, its caches of code) is the dearer half of a start.
let launched: Promise<Browser> | undefined;
function shared(): Promise<Browser> {
  launched ??= launch();
  return launched;
}

async function launch(): Promise<Browser> {
  const own = process.env.CHROMIUM;
  if (own !== undefined && own !== '' && !existsSync(own))
    throw new Error(`CHROMIUM names ${own}, which is not there`);
  const executablePath = own === undefined || own === '' ? await unpackChromium() : own;
  // Without a graphics card, as root or not; nothing that the browser does for itself may look for a network.
  const args = [
    '--no-sandbox',
    '--no-zygote',
    '--in-process-gpu',
    '--font-render-hinting=none',
    '--disable-quic',
  ];
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return chromium.launch({ executablePath, args: [...args, ...quiet] });
}

function optionsOf(reading: Reading, origin: string): BrowserContextOptions {
  const { width = 1280, language = 'id', script = true, dark = false } = reading;
  return {
    baseURL: origin,
    viewport: { width, height: width === 360 ? 780 : 900 },
    locale: language === 'id' ? 'id-ID' : 'en-GB',
    timezoneId: 'Asia/Jakarta',
    javaScriptEnabled: script,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  };
}
