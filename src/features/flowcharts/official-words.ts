import type { ChartRow } from '../../domain/flowchart/chart.ts';
import type { FlowchartWords } from '../../domain/flowchart/flowchart-words.ts';
import type { Paragraph, RowWords } from '../../domain/flowchart/page-rows.ts';
import type { LimitDraft, ProcedureDraft, StepDraft } from '../../domain/procedures/draft.ts';
import { translator } from '../../platform/i18n/index.ts';

/** The form is the office's own paper and Indonesian, whoever looks at it. */
const t = translator('id');

/** The columns behind the actors; the first three are the standard of quality (mutu baku). */
export const qualityKeys = ['requires', 'limit', 'output'] as const;

/** `before`: how many pages stand in front of the first sheet. */
export function officialWords(draft: ProcedureDraft, before: number): FlowchartWords {
  return {
    heads: { number: t('flowchart.head.number'), activity: t('flowchart.head.activity') },
    columns: [
      { key: 'requires', title: t('flowchart.head.requires'), share: 96 },
      { key: 'limit', title: t('flowchart.head.limit'), share: 50, isCentred: true },
      { key: 'output', title: t('flowchart.head.output'), share: 92 },
      { key: 'remark', title: t('flowchart.head.remark'), share: 102 },
    ],
    rows: draft.steps.map((step) => rowWords(draft, step)),
    band: (letters) =>
      letters
        .map(({ letter, goes, sheet }) => t(`flowchart.band.${goes}`, { letter, page: sheet + 1 + before }))
        .join(' '),
  };
}

function rowWords(draft: ProcedureDraft, step: StepDraft): RowWords {
  return {
    number: plain(step.id),
    activity: [
      ...plain(step.activity),
      ...(asksInItsWords(step) ? [] : [{ text: step.question ?? '', weight: 'bold' as const }]),
    ],
    requires: plain(step.requires.join('; ')),
    limit: plain(limitText(step.limit)),
    output: plain(step.output.join('; ')),
    remark: plain(remarkOf(draft, step)),
  };
}

/** Where the office's own words already say "Jika Ya …", the question would only repeat them. */
function asksInItsWords({ question, activity }: StepDraft): boolean {
  return question === undefined || /\bjika (ya|tidak)\b/iu.test(activity);
}

function plain(text: string): readonly Paragraph[] {
  return text === '' ? [] : [{ text, weight: 'regular' }];
}

/** "1 HK", "30 menit"; nothing where the source prints no time, for none is invented. */
export function limitText(limit: LimitDraft | null): string {
  if (limit === null) return '';
  const unit = limit.unit ?? '';
  const known = ['minute', 'hour', 'workingDay', 'calendarDay'].includes(unit);
  return known ? t(`flowchart.limit.${unit}`, { amount: limit.amount }) : `${limit.amount} ${unit}`.trim();
}

/** A long note is printed with its first sentence; all of it stands in the notes on how the source was read. */
const longestRemark = 90;

function remarkOf({ actors }: ProcedureDraft, step: StepDraft): string {
  const note = step.note ?? '';
  const short = note.length <= longestRemark ? note : firstSentence(note);
  const told = step.next === null && !(step.notifies ?? []).some((actor) => step.actors.includes(actor));
  // An end that only tells somebody is drawn where it is told; who tells stands here.
  const by =
    told && (step.notifies ?? []).length > 0
      ? t('flowchart.remark.by', { actors: titles(actors, step.actors) })
      : '';
  return [by, short].filter((text) => text !== '').join(' ');
}

/** Up to the full stop; of a long sentence, up to its semicolon. */
function firstSentence(note: string): string {
  const sentence = /^.+?\.(?=\s|$)/u.exec(note)?.[0] ?? note;
  const clause = /^.+?(?=;\s)/u.exec(sentence)?.[0];
  return sentence.length > longestRemark && clause !== undefined ? `${clause}.` : sentence;
}

function titles(actors: ProcedureDraft['actors'], ids: readonly string[]): string {
  return ids.map((id) => actors.find((actor) => actor.id === id)?.title ?? id).join(', ');
}

/** "Belah ketupat (keputusan). Kewenangan kementerian? Ya: langkah 4. Tidak: langkah 3a." */
export function symbolWords({ step, symbols }: ChartRow, place: number): string {
  const symbol = symbols[place];
  if (symbol === undefined) return '';
  const shape = t(`flowchart.symbol.${symbol.kind}`);
  if (symbol.part !== 'main') return `${shape}. ${t(`flowchart.part.${symbol.part}`)}`;
  return `${shape}. ${onwardWords(step)}`;
}

function onwardWords({ question, exits, next }: StepDraft): string {
  if (exits !== undefined) {
    const asked = question === undefined ? '' : `${question} `;
    return `${asked}${t('flowchart.onward.exits', { ya: exits.ya ?? '', tidak: exits.tidak ?? '' })}`;
  }
  return next === null || next === undefined
    ? t('flowchart.onward.end')
    : t('flowchart.onward.next', { no: next });
}
