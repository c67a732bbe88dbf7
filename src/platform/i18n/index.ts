export * from './format.ts';
export {
  hasText,
  type Locale,
  type MessageParams,
  type Translate,
  translate,
  translator,
} from './translate.ts';
