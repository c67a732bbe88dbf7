import { flowPage } from '../../domain/flowchart/flow-page.ts';
import { paper } from '../../domain/flowchart/form.ts';
import { identityPages } from '../../domain/flowchart/identity-page.ts';
import { type Flowchart, layoutFlowchart } from '../../domain/flowchart/layout-flowchart.ts';
import type { PrintedPage } from '../../domain/flowchart/marks.ts';
import type { RowChange, RowChangeKind } from '../../domain/flowchart/row-change.ts';
import type { ProcedureDraft } from '../../domain/procedures/draft.ts';
import { mainPath } from '../../domain/procedures/next-steps.ts';
import type { Limit, Procedure } from '../../domain/procedures/procedure.ts';
import { translator } from '../../platform/i18n/index.ts';
import { identityWords } from './identity-words.ts';
import { limitText, officialWords, qualityKeys, symbolWords } from './official-words.ts';

const t = translator('id');

/**
 * The document as it is signed: the identity page, then the flowchart on as many sheets as it needs. `changes`: what
 * became of a row, by its place among the steps, since an earlier version; marked beside the row.
 */
export function officialDocument(
  draft: ProcedureDraft,
  changes: ReadonlyMap<number, RowChangeKind> = new Map(),
): readonly PrintedPage[] {
  const before = identityPages(identityWords(draft, 0)).length;
  const flowchart = layoutFlowchart(draft, officialWords(draft, before), paper);
  const pages = before + flowchart.sheets.length;
  return [...identityPages(identityWords(draft, pages)), ...flowPages(draft, flowchart, before, changes)];
}

function flowPages(
  draft: ProcedureDraft,
  { chart, sheets }: Flowchart,
  before: number,
  changes: ReadonlyMap<number, RowChangeKind>,
): readonly PrintedPage[] {
  const pages = sheets.length + before;
  const { title, institution, decree } = draft;
  return sheets.map((sheet, index) => {
    const page = index + 1 + before;
    return flowPage(chart, sheet, {
      actors: t('flowchart.head.actors'),
      quality: t('flowchart.head.quality'),
      qualityKeys,
      running: [
        t('flowchart.running.name', { title }),
        institution,
        t('flowchart.running.number', { number: decree.number ?? '……………' }),
        t('flowchart.running.page', { page, pages }),
      ],
      title: t('flowchart.page', { title, page, pages }),
      symbol: symbolWords,
      pentagon: (letter) => t('flowchart.symbol.pentagon', { letter }),
      arrows: t('flowchart.arrows'),
      total: index === sheets.length - 1 ? totalWords(draft) : null,
      legend: (['capsule', 'box', 'diamond', 'arrow', 'pentagon'] as const).map((name) =>
        t(`flowchart.legend.${name}`),
      ),
      change: (row) => changeOf(draft, row, changes.get(row)),
    });
  });
}

function changeOf({ steps }: ProcedureDraft, row: number, kind: RowChangeKind | undefined): RowChange | null {
  if (kind === undefined) return null;
  const no = steps[row]?.id ?? '';
  return { kind, word: t(`flowchart.change.${kind}`), alt: t(`flowchart.change.${kind}.alt`, { no }) };
}

/** The sum of the times on the main path; where the source prints none, the promise for the whole. */
function totalWords(draft: ProcedureDraft) {
  const path = mainPath(draft as Procedure);
  const sums = sumByUnit(path.flatMap(({ limit }) => limit ?? []));
  const without = path.filter(({ limit }) => limit === null).length;
  const promised = draft.overallLimit === null ? '' : limitText(draft.overallLimit);
  const amount = sums.length === 0 ? promised : sums.map(limitText).join(' + ');
  const note =
    sums.length === 0
      ? [t('flowchart.total.whole')]
      : [
          t('flowchart.total.sum', { without }),
          ...(promised === '' ? [] : [t('flowchart.total.promised', { limit: promised })]),
        ];
  return { title: t('flowchart.total.title'), amount, note: note.join(' ') };
}

function sumByUnit(limits: readonly Limit[]): readonly Limit[] {
  const units = [...new Set(limits.map(({ unit }) => unit))];
  return units.map((unit) => ({
    unit,
    amount: limits.filter((one) => one.unit === unit).reduce((sum, { amount }) => sum + amount, 0),
  }));
}
