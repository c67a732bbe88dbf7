import type { ActInput, OfficerAct } from '../../src/features/cases/contract.ts';
import type { TestHouse } from './house.ts';
import type { Matter, Officer } from './office.ts';
import { classification, handled } from './office-officer.ts';

/** Whom and what the acts may name. */
interface Around {
  /** Ids of units. */
  readonly directorate: string;
  readonly sentra: string;
  readonly spare: Officer;
  readonly other: Matter;
  readonly colleague: Officer;
}

export const nobody = '01890000-0000-7000-8000-000000000000';
const limit = { amount: 1, unit: 'workingDay' } as const;

/** An input that each act would take, as far as the case allows one at all. */
export async function plausibleActs(
  house: TestHouse,
  matter: Pick<Matter, 'id'>,
  { directorate, sentra, spare, other, colleague }: Around,
): Promise<{ [N in OfficerAct]: ActInput<N> }> {
  const row = await house.database.pool.query<{
    state: {
      assignments: { id: string; state: string; person: object | null }[];
      conflicts?: { id: string }[];
      redaction?: { number: number } | null;
    };
  }>('select state from cases where id = $1', [matter.id]);
  const known = row.rows[0]?.state.assignments ?? [];
  const [conflict] = row.rows[0]?.state.conflicts ?? [];
  const redaction = row.rows[0]?.state.redaction?.number ?? 1;
  const open = known.findLast((one) => one.state === 'open')?.id ?? nobody;
  const personal = known.findLast((one) => one.state === 'open' && one.person !== null)?.id ?? nobody;
  const reported = known.findLast((one) => one.state === 'reported')?.id ?? nobody;
  const text = 'Sudah kami periksa.';
  return {
    verification: { ...classification, note: '' },
    classification: { ...classification, reason: text },
    referral: { body: 'Dinas Sosial', reason: text },
    archive: { reason: 'spam', explanation: text },
    question: { text },
    seal: { reason: text },
    merger: { intoNumber: other.number },
    'merger-undoing': {},
    disposition: { unitId: directorate, copyUnitIds: [], note: '' },
    acceptance: {},
    'disposition-return': { reason: text },
    copy: { unitId: sentra },
    assignment: { parentId: null, unitId: sentra, personId: null, task: text, limit: { ...limit } },
    'assignment-report': { assignmentId: open, content: handled },
    'assignment-return': { assignmentId: reported, reason: text },
    'assignment-hand-over': { assignmentId: personal, personId: spare.id, reason: text },
    'assignment-cancellation': { assignmentId: open, reason: text },
    'handling-report': { content: handled },
    'report-correction': { content: handled, note: text },
    'report-return': { reason: text, assignmentId: null },
    'report-approval': { note: '' },
    closure: { note: '' },
    'closure-return': { reason: text },
    finish: { answer: text },
    answer: { text },
    'answer-return': { reason: text },
    'legal-hold': { reason: text },
    'secrecy-lowering': { level: 'L0', reason: text },
    'lowering-confirmation': {},
    'hold-lifting': { reason: text },
    'identity-destruction': { reason: text },
    release: {},
    research: { findings: text, proceed: true },
    examination: { findings: text },
    conclusion: { outcome: 'proven', answer: text },
    message: { text, substantive: false },
    note: { text },
    relay: { text, via: 'letter' },
    'relay-objection': { reason: text, via: 'letter' },
    secrecy: { level: 'L3', reason: text },
    'data-answer': { kind: 'objection', outcome: 'refused', words: text },
    'restriction-lifting': { reason: text },
    redaction: { parts: [] },
    'redaction-return': { reason: text },
    publication: { redaction },
    'take-down': { reason: text },
    reveal: { purpose: 'answer', reason: text },
    conflict: { personId: colleague.id, unitId: null, reason: text },
    'conflict-lifting': { conflictId: conflict?.id ?? nobody, reason: text },
  };
}
