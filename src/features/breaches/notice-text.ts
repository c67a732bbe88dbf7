import { type Audience, audiences } from '../../domain/privacy/breach.ts';
import { type Locale, speakerOf } from '../../platform/i18n/index.ts';
import type { KeptBreach } from './store.ts';

export interface NoticeParts {
  readonly breach: KeptBreach;
  readonly institution: { readonly name: string; readonly zone: string };
  /** Whom those who are told may ask; null where the institution has named nobody. */
  readonly contact: string | null;
}

/**
 * The written notice that the law asks for, to each audience in both languages: which data, when and how, what was done
 * (UU 27/2022, art. 46). What is not known yet is said to be unknown.
 */
export function noticeTexts(
  parts: NoticeParts,
): Readonly<Record<Audience, { readonly id: string; readonly en: string }>> {
  const [affected, authority] = audiences.map((audience) => ({
    id: noticeText(parts, audience, 'id'),
    en: noticeText(parts, audience, 'en'),
  })) as [{ id: string; en: string }, { id: string; en: string }];
  return { affected, authority };
}

function noticeText(
  { breach, institution, contact }: NoticeParts,
  audience: Audience,
  locale: Locale,
): string {
  const { t, dateTime, number } = speakerOf(locale);
  const { facts, noticedAt } = breach;
  const data = new Intl.ListFormat(locale).format(facts.data.map((one) => t(`breach.data.${one}`)));
  const people =
    facts.people === null
      ? t('breach.people.unknown')
      : t('breach.people.known', { count: facts.people, shown: number(facts.people) });
  return t(`breach.notice.${audience}`, {
    institution: institution.name,
    noticed: dateTime(noticedAt, institution.zone),
    course: facts.course,
    data,
    people,
    measures: facts.measures === '' ? t('breach.measures.none') : facts.measures,
    contact: contact ?? t('breach.contact.none'),
  });
}
