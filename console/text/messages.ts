import type { Language } from './dates.ts';

export type Messages = Readonly<Record<string, string>>;

const files = import.meta.glob<Messages>('../../locales/*/console*.json', { import: 'default' });
const memory = 'tuntas.language';

/** Files of texts that the first view and the page of a case need; every other screen brings its own. */
const firstFiles = /\/console(?:-(?:accounts|acts|admin|sealed))?\.json$/;
let needsLater = false;
let loadAgain: () => Promise<void> = async () => {};

/** The texts of one language that are wanted so far, one small file each. */
export async function loadMessages(language: Language): Promise<Messages> {
  const own = Object.entries(files).filter(
    ([path]) => path.includes(`/locales/${language}/`) && (needsLater || firstFiles.test(path)),
  );
  const parts = await Promise.all(own.map(([, load]) => load()));
  return Object.assign({}, ...parts) as Messages;
}

/** Resolves once the page has these texts too; the screens that need them wait for it. */
export async function needLaterTexts(): Promise<void> {
  if (needsLater) return;
  needsLater = true;
  await loadAgain();
}

/** `load` reads what is wanted, in the language of the page, whenever that has become more. */
export function whenTextsAreWanted(load: () => Promise<void>): void {
  loadAgain = load;
}

/** The language chosen here before; Indonesian where nothing was chosen. */
export function initialLanguage(): Language {
  return localStorage.getItem(memory) === 'en' ? 'en' : 'id';
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(memory, language);
}
