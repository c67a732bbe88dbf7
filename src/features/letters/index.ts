export { findCaseOfLetters } from './find-thread.ts';
export { mailChannel, muteByToken, muteOfCase } from './mute-letters.ts';
export { readSignedAddress } from './signed-address.ts';
export { type LetterHead, messageIdOf, ownIds, writeLetter } from './write-letter.ts';
