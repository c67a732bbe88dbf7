import type { Limit, Procedure, Step } from './procedure.ts';

/**
 * A procedure as somebody wrote it: the shape is right, the words may not be. The loader and the
 * procedure editor hold one of these until `validateProcedure` finds no error; then it is a `Procedure`.
 */
export interface ProcedureDraft extends Omit<Procedure, 'steps' | 'overallLimit'> {
  readonly overallLimit: LimitDraft | null;
  readonly steps: readonly StepDraft[];
}

export interface StepDraft extends Omit<Step, 'act' | 'status' | 'limit' | 'exits'> {
  readonly act: string;
  readonly status: string;
  readonly limit: LimitDraft | null;
  readonly exits?: { readonly ya?: string; readonly tidak?: string };
}

export type LimitDraft = Pick<Limit, 'amount'> & { readonly unit?: string };
