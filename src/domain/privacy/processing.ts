/** A text in both languages of the office. */
export interface Bilingual {
  readonly id: string;
  readonly en: string;
}

/** One kind of personal data, and for how long it is kept. */
export interface RetentionClass {
  readonly id: string;
  readonly name: Bilingual;
  readonly covers: Bilingual;
  readonly startsAt: 'case-ended' | 'form-left' | 'sign-out' | 'last-visit' | 'written';
  /** What is kept where the institution says nothing else; null: the law leaves it to the institution. */
  readonly keep: Period | null;
  readonly ends: 'by-itself' | 'confirmed' | 'archive-law';
  /** The institution may set a period of its own. */
  readonly setting: boolean;
  /** What the law says, or that it is silent. */
  readonly law: Bilingual;
  readonly source: string;
  readonly verified: boolean;
}

export interface Period {
  readonly amount: number;
  readonly unit: 'day' | 'month' | 'year';
}

/** One thing that is done with personal data: an entry of the processing register (UU 27/2022, art. 31). */
export interface ProcessingActivity {
  readonly id: string;
  /** It concerns reporters, and stands on the public page. */
  readonly forReporters: boolean;
  readonly name: Bilingual;
  readonly purpose: Bilingual;
  readonly basis: Bilingual;
  readonly subjects: Bilingual;
  readonly data: Bilingual;
  readonly recipients: Bilingual;
  /** Ids of retention classes. */
  readonly retention: readonly string[];
  readonly protection: Bilingual;
}

export interface PrivacyRules {
  readonly activities: readonly ProcessingActivity[];
  readonly retention: readonly RetentionClass[];
}
