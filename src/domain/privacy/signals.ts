import type { SecrecyLevel } from '../cases/words.ts';

/** Something in the citizen's words that should not become public by itself. */
export type PrivacySignal = 'national-id' | 'bank-account' | 'phone' | 'email' | 'child' | 'violence';

// Every repetition is bounded: a text without a space must not be searched anew from each of its letters.
const patterns: readonly (readonly [PrivacySignal, RegExp])[] = [
  ['national-id', /(?<!\d)\d{16}(?!\d)/],
  ['bank-account', /\b(?:rek(?:ening)?|norek)\b\D{0,20}\d[\d .-]{7,18}\d/i],
  ['phone', /(?<!\d)(?:\+?62|0)8\d[\d -]{6,12}\d(?!\d)/],
  ['email', /[^\s@]{1,64}@[^\s@]{1,255}\.[a-z]{2,}/i],
  ['child', /\b(?:anak (?:di ?bawah umur|kandung|yatim|terlantar|saya)|balita|bayi)\b/i],
  ['violence', /\b(?:kdrt|kekerasan|dipukul|dianiaya|pelecehan|diperkosa|pencabulan|disiksa)\b/i],
];

/** What was found, for the reason that is shown to the reporter. */
export function privacySignals(text: string): readonly PrivacySignal[] {
  return patterns.flatMap(([signal, pattern]) => (pattern.test(text) ? [signal] : []));
}

/**
 * Secrecy only ratchets up: words that hold personal data raise an open choice to confidential. The
 * default is L2, so this bites where a reporter chose to be read by everyone.
 */
export function secrecyFor(chosen: SecrecyLevel, signals: readonly PrivacySignal[]): SecrecyLevel {
  if (signals.length === 0) return chosen;
  if (chosen === 'L0') return 'L2';
  return chosen === 'L1' ? 'L3' : chosen;
}
