import { expressionBuilder } from 'kysely';
import type { CaseState } from '../../domain/cases/case.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Schema } from '../../platform/db/schema.ts';
import { reachable } from '../cases/index.ts';
import type { Reading } from '../context/index.ts';
import { manages } from '../organizations/index.ts';
import type { DataRequestItem } from './contract.ts';

/**
 * What the reporters of an institution asked about their data: first what waits, the most urgent on top, then what was
 * answered, newest first; 200 in all. The privacy officer sees those of ordinary cases, the inspectorate those of
 * sealed ones too. Refuses `not-authorized`.
 */
export async function listRequests(
  { tx, actor, now }: Reading,
  institution: string,
): Promise<Result<DataRequestItem[], Refusal>> {
  const answers = manages(actor, 'privacy.manage', institution);
  const reads = answers || manages(actor, 'privacy.oversee', institution);
  if (actor.kind !== 'person' || !reads) return err(refusal('not-authorized'));
  const ofCases = expressionBuilder<Schema, 'cases'>();
  const rows = await tx
    .selectFrom('data_requests as r')
    .innerJoin('cases', 'cases.id', 'r.case_id')
    .select(['r.number', 'cases.id as caseId', 'cases.number as caseNumber', 'cases.version', 'cases.state'])
    .where('cases.institution_id', '=', institution)
    .where(reachable(ofCases, actor, answers ? 'privacy.manage' : 'privacy.oversee'))
    .orderBy((eb) => eb('r.answered_at', 'is not', null))
    .orderBy((eb) => eb.case().when('r.answered_at', 'is', null).then(eb.ref('r.due_at')).end())
    .orderBy('r.answered_at', 'desc')
    .orderBy('cases.id')
    .limit(200)
    .execute();
  return ok(
    rows.flatMap(({ number, state, version, ...row }) => {
      const { dataRequests = [], zone } = state as CaseState;
      const asked = dataRequests.find((one) => one.number === number);
      if (asked === undefined) return [];
      const isLate = (asked.answer?.at ?? now) > asked.due;
      return [{ ...row, ...asked, caseVersion: version, zone, isLate }];
    }),
  );
}
