import { findArea } from '../areas/index.ts';
import type { Context } from '../context/index.ts';
import { findCategory, findReceivingInstitution } from '../organizations/index.ts';
import type { SubmissionInput } from './contract.ts';
import type { FieldProblems } from './validate.ts';

export interface Place {
  readonly institution: {
    readonly id: string;
    readonly name: string;
    readonly zone: string;
    readonly procedureId: string;
  };
  readonly frontUnit: string | null;
  readonly categoryId: string | null;
  readonly areaCode: string | null;
}

/**
 * Where the submission goes: the institution named, else the one that takes in what names none.
 * Adds to `problems` what does not exist.
 */
export async function findPlace(
  ctx: Context,
  input: SubmissionInput,
  problems: FieldProblems,
): Promise<Place | undefined> {
  const institution = await findReceivingInstitution(
    ctx.tx,
    input.institution ?? ctx.office.defaultInstitution,
  );
  if (institution === undefined) {
    problems.institution = 'unknown';
    return undefined;
  }
  if (input.areaCode !== undefined && (await findArea(ctx.tx, input.areaCode)) === undefined) {
    problems.areaCode = 'unknown';
  }
  if (
    input.category !== undefined &&
    (await findCategory(ctx.tx, institution.id, input.category)) === undefined
  ) {
    problems.category = 'unknown';
  }
  return {
    institution,
    frontUnit: institution.frontUnit,
    categoryId: input.category ?? null,
    areaCode: input.areaCode ?? null,
  };
}
