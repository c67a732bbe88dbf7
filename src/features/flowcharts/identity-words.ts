import type { IdentityField, IdentitySection, IdentityWords } from '../../domain/flowchart/identity-page.ts';
import type { ProcedureDraft } from '../../domain/procedures/draft.ts';
import { formatPlainDate, translator } from '../../platform/i18n/index.ts';
import { limitText } from './official-words.ts';

const t = translator('id');

/** `pages`: of the whole document. What the source does not say stays blank. */
export function identityWords(draft: ProcedureDraft, pages: number): IdentityWords {
  const { title, institution } = draft;
  return {
    institution,
    logo: t('flowchart.identity.logo'),
    fields: fieldsOf(draft),
    sections: sectionsOf(draft),
    strip: stripOf(draft),
    title: (page) => t('flowchart.identity-page', { title, page, pages }),
    foot: (page) => t('flowchart.running.page', { page, pages }),
  };
}

function fieldsOf({ decree, title }: ProcedureDraft): readonly IdentityField[] {
  const date =
    decree.date === null || !/^\d{4}-\d{2}-\d{2}$/u.test(decree.date)
      ? decree.date
      : formatPlainDate(decree.date, 'id');
  return [
    { name: t('flowchart.identity.number'), value: decree.number ?? '' },
    { name: t('flowchart.identity.made'), value: '' },
    { name: t('flowchart.identity.revised'), value: '' },
    { name: t('flowchart.identity.effective'), value: date ?? '' },
    { name: t('flowchart.identity.signed'), value: decree.signatory ?? '', isSigned: true },
    { name: t('flowchart.identity.name'), value: title, isStrong: true },
  ];
}

function sectionsOf(draft: ProcedureDraft): readonly IdentitySection[] {
  const { legalBasis, related = [], equipment = [], records = [], definitions = [], watchers = [] } = draft;
  const more = [
    section('purpose', maybe(draft.purpose)),
    section('scope', maybe(draft.scope)),
    section('definitions', definitions),
    section('indicator', maybe(draft.indicator)),
    section('channels', draft.channels),
    section('watchers', watchers),
  ].filter(({ items }) => items.length > 0);
  return [
    section('legal', legalBasis),
    section('qualification', []),
    section('related', related),
    section('equipment', equipment),
    section('warning', []),
    section('records', records),
    ...more,
  ];
}

function stripOf({
  requirements,
  overallLimit,
  fee,
  products = [],
}: ProcedureDraft): readonly IdentitySection[] {
  return [
    section(
      'requirements',
      requirements.map((one) => one.title),
    ),
    section('overall', maybe(limitText(overallLimit))),
    section('fee', maybe(fee)),
    section('products', products),
  ];
}

function section(name: string, items: readonly string[]): IdentitySection {
  return { title: t(`flowchart.identity.${name}`), items };
}

function maybe(text: string | undefined): readonly string[] {
  return text === undefined || text === '' ? [] : [text];
}
