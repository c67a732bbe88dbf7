import type { Language } from './dates.ts';

export type Messages = Readonly<Record<string, string>>;

const files = import.meta.glob<Messages>('../../locales/*/console*.json', { import: 'default' });
const memory = 'tuntas.language';

/** Files of texts that only the screens of SOPs, days, figures, rights, data protection and webhooks need: not part of the first view. */
const laterFiles =
  /\/console-(calendar|calls|compliance|counter|draft|leader|offices|privacy|publication|rights|simulation|traffic|version|webhooks)\.json$/;
let needsLater = false;
let loadAgain: () => Promise<void> = async () => {};

/** The texts of one language that are wanted so far, one small file each. */
export async function loadMessages(language: Language): Promise<Messages> {
  const own = Object.entries(files).filter(
    ([path]) => path.includes(`/locales/${language}/`) && (needsLater || !laterFiles.test(path)),
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
