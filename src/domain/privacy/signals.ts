import type { SecrecyLevel } from '../cases/words.ts';

/** Something in the citizen's words that should not become public by itself. */
export type PrivacySignal =
  | 'national-id'
  | 'bank-account'
  | 'phone'
  | 'email'
  | 'child'
  | 'violence'
  | 'official-name'
  | 'crime';

/** An office by which somebody is spoken of, as part of an expression with the flag `u`. */
export const officePattern =
  '[Ll]urah|[Kk]ades|[Kk]epala [Dd]esa|[Ss]ekdes|[Cc]amat|RT|RW|[Kk]adis|[Kk]epala [Dd]inas|[Bb]upati|[Ww]ali ?[Kk]ota|' +
  '[Gg]ubernur|[Kk]apolsek|[Kk]apolres|[Pp]endamping|[Pp]etugas|[Kk]epala [Ss]ekolah|[Gg]uru|[Dd]osen|[Rr]ektor|[Dd]ekan|[Dd]irektur';
export const honorificPattern = '[Pp]ak|[Bb]apak|[Bb]u|[Ii]bu|[Ss]audara|[Ss]audari|[Ss]dr[.i]?';

// Every repetition is bounded: a text without a space must not be searched anew from each of its letters.
const patterns: readonly (readonly [PrivacySignal, RegExp])[] = [
  ['national-id', /(?<!\d)\d(?:[ .-]?\d){15}(?!\d)/],
  ['bank-account', /\b(?:rek(?:ening)?|norek)\b\D{0,20}\d[\d .-]{7,18}\d/i],
  ['phone', /(?<!\d)(?:\+?62|0)8\d[\d -]{6,12}\d(?!\d)/],
  ['email', /[^\s@]{1,64}@[^\s@]{1,255}\.[a-z]{2,}/i],
  ['child', /\b(?:anak (?:di ?bawah umur|kandung|yatim|terlantar|saya)|balita|bayi)\b/i],
  ['violence', /\b(?:kdrt|kekerasan|dipukul|dianiaya|pelecehan|diperkosa|pencabulan|disiksa)\b/i],
  // "Pak Lurah Slamet", "lurah bernama Slamet": an office with a name, not an office alone.
  [
    'official-name',
    new RegExp(
      `(?:(?:${honorificPattern}) (?:${officePattern})|(?:${officePattern}) (?:bernama|atas nama)) \\p{Lu}[\\p{L}'’]{1,30}`,
      'u',
    ),
  ],
  [
    'crime',
    /\b(?:korupsi|dikorupsi|suap|disuap|menyuap|pungli|pungutan liar|gratifikasi|pemerasan|diperas|penipuan|ditipu|pencurian|penggelapan|pemalsuan|dipalsukan|narkoba|pembunuhan|diancam|mengancam)\b/i,
  ],
];

/**
 * What was found, for the reason that is shown to the reporter. `namesOfficial`: somebody who works at the body is
 * named, which only the one who knows its people can tell.
 */
export function privacySignals(text: string, namesOfficial = false): readonly PrivacySignal[] {
  return patterns.flatMap(([signal, pattern]) =>
    pattern.test(text) || (signal === 'official-name' && namesOfficial) ? [signal] : [],
  );
}

/** A stretch of a text in UTF-16 code units; `to` is not part of it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Every place in a text at which one signal was found, in order. */
export function signalSpans(text: string, signal: PrivacySignal): readonly Span[] {
  return patterns.flatMap(([name, pattern]) => (name === signal ? spansOf(text, pattern) : []));
}

/** Every place that an expression fits. */
export function spansOf(text: string, pattern: RegExp): readonly Span[] {
  const everywhere = pattern.global ? pattern : new RegExp(pattern.source, `${pattern.flags}g`);
  return [...text.matchAll(everywhere)].map(({ 0: found, index }) => ({
    from: index,
    to: index + found.length,
  }));
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
