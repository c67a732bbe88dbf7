import type { ProcedureDraft } from '../draft.ts';
import { type Finding, finding, type LintCode } from './finding.ts';
import { type Passage, tableSays } from './passages.ts';

/**
 * What may become of a matter besides being answered. The system offers each of these ways under every
 * procedure; where the table does not speak of one, those who work by it do not know.
 */
const roads: readonly { readonly code: LintCode; readonly words: RegExp }[] = [
  { code: 'no-road-incomplete', words: /(belum|tidak|kurang|tak) lengkap|melengkapi|dilengkapi/i },
  { code: 'no-road-duplicate', words: /serupa|duplikat|ganda|digabung/i },
  { code: 'no-road-anonymous', words: /anonim|tanpa nama|dirahasiakan|kerahasiaan/i },
  { code: 'no-road-sealed', words: /\bWBS\b|whistle|berkadar|inspektorat|\bAPIP\b|pengawas(an)? internal/i },
  { code: 'no-road-objection', words: /keberatan(?! (atas )?informasi)|sanggah/i },
  { code: 'no-road-reopening', words: /(di|mem)buka kembali|pembukaan kembali/i },
  {
    code: 'no-road-escalation',
    words: /eskalasi|dinaikkan|terlambat|lewat (waktu|tenggat)|melewati (batas )?waktu/i,
  },
];

export function roadFindings(draft: ProcedureDraft, passages: readonly Passage[]): readonly Finding[] {
  const path = ['steps'];
  const { steps } = draft;
  return [
    ...(steps.some(({ exits }) => exits !== undefined) ? [] : [finding('no-decision', 'warning', { path })]),
    ...(steps.some(({ act }) => act === 'refer') ? [] : [finding('no-road-not-ours', 'warning', { path })]),
    ...roads.flatMap(({ code, words }) =>
      tableSays(passages, words) ? [] : [finding(code, 'warning', { path })],
    ),
    ...ratingFindings(draft),
  ];
}

/** An end is rated where every way to it passes the rating; seen from the start without passing one, it is not. */
function ratingFindings({ steps }: ProcedureDraft): readonly Finding[] {
  if (!steps.some(({ act }) => act === 'rate')) return [finding('no-rating', 'warning', { path: ['steps'] })];
  const reached = new Set<string>();
  const waiting = steps.slice(0, 1);
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    if (reached.has(step.id) || step.act === 'rate') continue;
    reached.add(step.id);
    const onward = [step.next, step.exits?.ya, step.exits?.tidak];
    waiting.push(...steps.filter(({ id }) => onward.includes(id)));
  }
  const unrated = steps.filter(
    ({ id, next, exits }) => next === null && exits === undefined && reached.has(id),
  );
  if (unrated.length === 0) return [];
  const rows = unrated.map(({ id }) => id).join(', ');
  return [finding('rating-only-happy-end', 'warning', { path: ['steps'] }, { rows })];
}
