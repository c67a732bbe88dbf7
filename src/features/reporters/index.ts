export {
  asWritten,
  besideReporter,
  everybodyIn,
  type Identity,
  type LetterFacts,
  type OtherReporter,
  type Reach,
  type ReporterProxy,
  type Written,
} from './identity.ts';
export { keepFindable } from './keep-findable.ts';
export { openReporter, readReporter, sealedColumns } from './open-reporter.ts';
export { correctContact, keepApart, keepWritten, sealReporter } from './seal-reporter.ts';
export { searchHash } from './search-hashes.ts';
export { shredReporter } from './shred-reporter.ts';
