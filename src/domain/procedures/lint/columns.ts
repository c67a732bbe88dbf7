import type { ProcedureDraft, StepDraft } from '../draft.ts';
import { rolesOfActors } from '../next-steps.ts';
import { type Finding, finding, type LintCode } from './finding.ts';

/** Mutu baku: each row says what it needs, how long it takes and what is there after it. */
export function columnFindings(draft: ProcedureDraft): readonly Finding[] {
  const { steps } = draft;
  return [
    ...emptyColumn('column-requirements-empty', steps, ({ requires }) => requires.length === 0),
    ...emptyColumn('column-time-empty', steps, ({ limit }) => limit === null),
    ...emptyColumn('column-output-empty', steps, ({ output }) => output.length === 0),
    ...steps.flatMap((step, index) => timeFindings(draft, step, index)),
    ...dayFindings(draft),
  ];
}

/** One finding for a column, with its rows: a form that leaves it empty throughout is one mistake, not twenty. */
function emptyColumn(
  code: LintCode,
  steps: readonly StepDraft[],
  isEmpty: (step: StepDraft) => boolean,
): readonly Finding[] {
  const rows = steps.filter(isEmpty);
  if (rows.length === 0) return [];
  // A reporter writes and rates in their own time; a row of theirs without a time is worth a look only.
  const isReporters = rows.every(({ act }) => act === 'submit' || act === 'rate');
  const severity = code === 'column-time-empty' && isReporters ? 'note' : 'warning';
  const params = {
    rows: rows.map(({ id }) => id).join(', '),
    count: String(rows.length),
    of: String(steps.length),
  };
  return [finding(code, severity, { path: ['steps'] }, params)];
}

function timeFindings(draft: ProcedureDraft, step: StepDraft, index: number): readonly Finding[] {
  const { id, activity, note = '', limit } = step;
  const at = (field: string) => ({ step: id, path: ['steps', index, field] });
  const found: Finding[] = [];
  if (/\bN\/A\b/.test(note)) found.push(finding('time-printed-na', 'warning', at('limit')));
  const time = timeIn(limit === null ? activity : '') ?? timeIn(quoted(note));
  if (time !== undefined) found.push(finding('time-in-text', 'warning', at('activity'), { time }));
  if (limit === null && rolesOfActors(draft, step.actors).includes('system')) {
    found.push(finding('machine-row-without-time', 'warning', at('limit')));
  }
  return found;
}

function timeIn(text: string): string | undefined {
  return /\b\d+ (menit|jam|hari( kerja| kalender)?)\b/i.exec(text)?.[0];
}

/** What a note repeats of the print. */
function quoted(note: string): string {
  return [...note.matchAll(/“([^”]*)”/g)].map(([, words]) => words).join(' ');
}

/** A note that has to say how "Hari" was read tells that the form does not. */
function dayFindings({ notes }: ProcedureDraft): readonly Finding[] {
  const index = notes.findIndex((note) =>
    /“[^”]*\bHari\b[^”]*”[^.]*\bdibaca\b[^.]*\bhari (kerja|kalender)\b/i.test(note),
  );
  return index < 0 ? [] : [finding('day-not-defined', 'warning', { path: ['notes', index] })];
}
