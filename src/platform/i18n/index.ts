export * from './format.ts';
export { limitWords, type Speaker, shortDate, speakerOf } from './speaker.ts';
export { type Locale, type Translate, translate, translator } from './translate.ts';
