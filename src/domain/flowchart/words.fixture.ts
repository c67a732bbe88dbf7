import type { ProcedureDraft } from '../procedures/draft.ts';
import type { FlowchartWords } from './flowchart-words.ts';

/** The columns of the form with the draft's own words in them. */
export function wordsFor(draft: ProcedureDraft): FlowchartWords {
  const plain = (text: string) => (text === '' ? [] : [{ text, weight: 'regular' as const }]);
  return {
    heads: { number: 'No', activity: 'Uraian Kegiatan' },
    columns: [
      { key: 'requires', title: 'Kelengkapan', share: 96 },
      { key: 'limit', title: 'Waktu', share: 50, isCentred: true },
      { key: 'output', title: 'Output', share: 92 },
      { key: 'remark', title: 'Keterangan', share: 102 },
    ],
    rows: draft.steps.map((step) => ({
      number: plain(step.id),
      activity: plain(step.activity),
      requires: plain(step.requires.join('; ')),
      limit: plain(step.limit === null ? '' : `${step.limit.amount} HK`),
      output: plain(step.output.join('; ')),
      remark: plain(step.note ?? ''),
    })),
    band: (letters) => letters.map(({ letter, goes }) => `${goes} ${letter}`).join(' '),
  };
}
