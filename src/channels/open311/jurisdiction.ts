import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { InstitutionView } from '../../features/organizations/contract.ts';
import { listInstitutions } from '../../features/organizations/index.ts';
import type { Fault } from './answer.ts';
import { given } from './fields.ts';
import type { OfAnyone } from './ways.ts';

/**
 * The institution that is asked: the one named as `jurisdiction_id`, else the key's, else the only one here. Faults: 400
 * where several could be meant, 404 where there is none of that name.
 */
export async function jurisdictionOf({
  ctx,
  fields,
  client,
  speaker: { t },
}: OfAnyone): Promise<Result<InstitutionView, readonly Fault[]>> {
  const institutions = await listInstitutions(ctx.tx);
  const named = given(fields.values, 'jurisdiction_id') ?? client?.institution;
  const [only, ...more] = institutions;
  if (named === undefined && only !== undefined && more.length === 0) return ok(only);
  if (named === undefined) return err([{ code: 400, description: t('open311.fault.jurisdiction-missing') }]);
  const found = institutions.find(({ id }) => id === named);
  return found === undefined ? err([{ code: 404, description: t('open311.fault.jurisdiction') }]) : ok(found);
}

/** A key is good for its own institution alone. */
export function foreignKey({ client, fields, speaker: { t } }: OfAnyone): readonly Fault[] {
  const named = given(fields.values, 'jurisdiction_id');
  if (client === null || named === undefined || named === client.institution) return [];
  return [{ code: 403, description: t('open311.fault.foreign-key') }];
}
