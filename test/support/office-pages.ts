import type { TestHouse } from './house.ts';
import { nextAddress } from './office-door.ts';

/** A page as a browser without scripts gets it. */
export interface Page {
  readonly status: number;
  readonly html: string;
  /** What a reader sees of it: without tags, and with every character as it was written. */
  readonly words: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

export interface SentFile {
  readonly field: string;
  readonly name: string;
  readonly content: Buffer;
}

/** Somebody who opens pages and presses buttons. */
export function readerAtHome(house: TestHouse, language: 'id' | 'en' = 'id') {
  async function ask(url: string, more: object, address = nextAddress()): Promise<Page> {
    const response = await house.app.inject({
      url,
      remoteAddress: address,
      ...more,
      headers: { 'accept-language': language, ...(more as { headers?: object }).headers },
    });
    const html = response.body;
    return { status: response.statusCode, html, words: wordsOf(html), headers: response.headers };
  }

  return {
    opens: (url: string, address?: string) => ask(url, {}, address),
    /** A form as a browser sends it, with CRLF at the end of lines. */
    sends(url: string, fields: Readonly<Record<string, string>>, address?: string): Promise<Page> {
      const payload = new URLSearchParams();
      for (const [name, value] of Object.entries(fields)) payload.set(name, value.replace(/\r?\n/g, '\r\n'));
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      return ask(url, { method: 'POST', payload: payload.toString(), headers }, address);
    },
    sendsFiles(
      url: string,
      fields: Readonly<Record<string, string>>,
      files: readonly SentFile[],
      address?: string,
    ): Promise<Page> {
      const boundary = '----tuntas-page-boundary';
      const part = (disposition: string, content: Buffer): Buffer =>
        Buffer.concat([
          Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n`),
          content,
          Buffer.from('\r\n'),
        ]);
      const payload = Buffer.concat([
        ...Object.entries(fields).map(([name, value]) => part(`name="${name}"`, Buffer.from(value))),
        ...files.map(({ field, name, content }) => part(`name="${field}"; filename="${name}"`, content)),
        Buffer.from(`--${boundary}--\r\n`),
      ]);
      const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
      return ask(url, { method: 'POST', payload, headers }, address);
    },
  };
}

function wordsOf(html: string): string {
  return decoded(html.replace(/^.*<body>/s, '').replace(/<[^>]*>/g, ' '))
    .replaceAll('\u00a0', ' ')
    .replace(/ +/g, ' ');
}

/** Character references as a browser reads them. */
export function decoded(html: string): string {
  const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };
  return html.replace(/&(?:#x([0-9a-f]+)|(lt|gt|quot|amp));/gi, (_all, hex?: string, name?: string) =>
    hex === undefined ? (named[name ?? ''] ?? '') : String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}

/** What stands in a text box of the page. */
export function typedInto(html: string, id: string): string | undefined {
  const box = new RegExp(`<textarea[^>]*\\bid="${id}"[^>]*>(.*?)</textarea>`, 's').exec(html)?.[1];
  // A browser drops the line break that follows the tag.
  return box === undefined ? undefined : decoded(box.replace(/^\n/, ''));
}

/** The value of the first field of this name. */
export function fieldValue(html: string, name: string): string {
  const tag = new RegExp(`<input[^>]*\\bname="${name}"[^>]*>`).exec(html)?.[0] ?? '';
  return decoded(/\bvalue="([^"]*)"/.exec(tag)?.[1] ?? '');
}
