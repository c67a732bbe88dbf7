export * from './format.ts';
export { type Locale, type Translate, translate, translator } from './translate.ts';
