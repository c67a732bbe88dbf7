import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';

export type Locale = 'id' | 'en';
export type MessageParams = Readonly<Record<string, string | number>>;
export type Translate = (key: string, params?: MessageParams) => string;

const folder = new URL('../../../locales/', import.meta.url);
const texts: Record<Locale, Map<string, string>> = { id: readTexts('id'), en: readTexts('en') };
const compiled: Record<Locale, Map<string, IntlMessageFormat>> = { id: new Map(), en: new Map() };

/**
 * The text of `key` (`locales/<locale>/*.json`, flat keys, ICU messages). A text that is missing in one
 * language is given in Indonesian; a key that exists nowhere is a bug and throws.
 */
export function translate(locale: Locale, key: string, params: MessageParams = {}): string {
  const text = texts[locale].get(key) ?? texts.id.get(key);
  if (text === undefined) throw new Error(`no text "${key}" in locales/`);
  // Most texts have no slots; parsing them would be the greater part of drawing a page.
  if (!/[{'<]/.test(text)) return text;
  let message = compiled[locale].get(key);
  if (message === undefined) {
    message = new IntlMessageFormat(text, locale === 'id' ? 'id-ID' : 'en-GB', undefined, {
      ignoreTag: true,
    });
    compiled[locale].set(key, message);
  }
  return String(message.format(selectable(text, params)));
}

/** ICU names its choices without hyphens, our words have them: `no-response` chooses `no_response`. */
function selectable(text: string, params: MessageParams): MessageParams {
  const words = Object.entries(params).flatMap(([name, value]) =>
    typeof value === 'string' && /^[a-z]+(-[a-z]+)+$/.test(value) && text.includes(`{${name}, select,`)
      ? [[name, value.replaceAll('-', '_')] as const]
      : [],
  );
  return words.length === 0 ? params : { ...params, ...Object.fromEntries(words) };
}

/** `t` for one language. */
export function translator(locale: Locale): Translate {
  return (key, params) => translate(locale, key, params);
}

function readTexts(locale: Locale): Map<string, string> {
  const files = readdirSync(new URL(`${locale}/`, folder)).filter((name) => name.endsWith('.json'));
  return new Map(
    files.flatMap((name) => {
      const content = JSON.parse(readFileSync(new URL(`${locale}/${name}`, folder), 'utf8')) as Record<
        string,
        string
      >;
      return Object.entries(content);
    }),
  );
}
