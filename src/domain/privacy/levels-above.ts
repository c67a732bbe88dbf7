import { type SecrecyLevel, secrecyLevels } from '../cases/words.ts';

/**
 * What is more secret in every respect, so that secrecy can only rise. L1 hides the name from the handling
 * unit and L2 does not, so neither is above the other: from both the way leads to L3 alone.
 */
export function levelsAbove(level: SecrecyLevel): readonly SecrecyLevel[] {
  if (level === 'L0') return ['L1', 'L2', 'L3'];
  return level === 'L3' ? [] : ['L3'];
}

/** What is more open than the level; nothing below L0, and from there only a person makes it public. */
export function levelsBelow(level: SecrecyLevel): readonly SecrecyLevel[] {
  return secrecyLevels.filter((one) => levelsAbove(one).includes(level));
}
