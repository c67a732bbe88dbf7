import type { Language } from './dates.ts';

export type Messages = Readonly<Record<string, string>>;

const files = import.meta.glob<Messages>('../../locales/*/console*.json', { import: 'default' });
const memory = 'tuntas.language';

/** The texts of one language, one small file each, loaded when first wanted. */
export async function loadMessages(language: Language): Promise<Messages> {
  const own = Object.entries(files).filter(([path]) => path.includes(`/locales/${language}/`));
  const parts = await Promise.all(own.map(([, load]) => load()));
  return Object.assign({}, ...parts) as Messages;
}

/** The language chosen here before; Indonesian where nothing was chosen. */
export function initialLanguage(): Language {
  return localStorage.getItem(memory) === 'en' ? 'en' : 'id';
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(memory, language);
}
