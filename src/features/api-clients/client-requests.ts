import { randomUUID } from 'node:crypto';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { CaseState } from '../../domain/cases/case.ts';
import type { Context, Reading } from '../context/index.ts';
import { toldToClient } from './told-to-client.ts';

/** How a case stands that a client filed: nothing that anybody wrote in it, and nothing of who reports. */
export interface ClientRequest {
  readonly id: string;
  readonly state: CaseState;
  readonly institution: string;
  readonly institutionZone: string;
  readonly frontUnit: string | null;
  /** In the reader's language. */
  readonly category: string | null;
  readonly updatedAt: string;
}

/**
 * Binds the case of this number to the client that filed it and gives the number it is asked for by; the same case, the
 * same one. Throws where another client filed it.
 */
export async function keepRequest(ctx: Context, clientId: string, number: string): Promise<string> {
  const row = await ctx.tx
    .insertInto('client_requests')
    .columns(['id', 'client_id', 'case_id', 'filed_at'])
    .expression(
      ctx.tx
        .selectFrom('cases')
        .where('number', '=', number)
        .select([
          sql<string>`${randomUUID()}::uuid`.as('id'),
          sql<string>`${clientId}::uuid`.as('client_id'),
          'cases.id as case_id',
          sql<string>`${ctx.now}::timestamptz`.as('filed_at'),
        ]),
    )
    .onConflict((same) =>
      same
        .column('case_id')
        .doUpdateSet({ client_id: clientId })
        .where('client_requests.client_id', '=', clientId),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Those of these requests that are this client's. Missing alike: what is not there, what another filed, what may not be spoken of. */
export async function listClientRequests(
  ctx: Reading,
  clientId: string,
  ids: readonly string[],
): Promise<readonly ClientRequest[]> {
  const rows = await ctx.tx
    .selectFrom('client_requests')
    .innerJoin('cases', 'cases.id', 'client_requests.case_id')
    .innerJoin('institutions', 'institutions.id', 'cases.institution_id')
    .leftJoin('units as front', 'front.id', 'institutions.front_unit_id')
    .leftJoin('categories', 'categories.id', 'cases.category_id')
    .where('client_requests.id', 'in', ids)
    .where('client_requests.client_id', '=', clientId)
    .where(mayBeToldToClient())
    .select([
      'client_requests.id',
      'cases.state',
      lastTold().as('updatedAt'),
      'institutions.name as institution',
      'institutions.zone as institutionZone',
      'front.name as frontUnit',
      'categories.name as category',
    ])
    .execute();
  return rows.map((row) => ({
    ...row,
    state: row.state as CaseState,
    category: row.category?.[ctx.locale] ?? row.category?.id ?? null,
  }));
}

/** When something last happened that is told; what goes on inside does not even show as a time. */
function lastTold(): RawBuilder<string> {
  return sql`(select max(e.at) from case_events e
               where e.case_id = cases.id and e.type = any (${[...toldToClient]}::text[]))`;
}

/** The same, for an act: holds other updates of the request back until the commit. */
export async function lockRequest(
  ctx: Context,
  clientId: string,
  id: string,
): Promise<{ readonly caseId: string } | undefined> {
  return ctx.tx
    .selectFrom('client_requests')
    .innerJoin('cases', 'cases.id', 'client_requests.case_id')
    .where('client_requests.id', '=', id)
    .where('client_requests.client_id', '=', clientId)
    .where(mayBeToldToClient())
    .select('client_requests.case_id as caseId')
    .forUpdate('client_requests')
    .executeTakeFirst();
}

/**
 * What is sealed, closed to both sides (L3) or restricted is not spoken of to a program in between, not even that it
 * is there: its reporter has the code. For a statement about `cases`.
 */
export function mayBeToldToClient(): RawBuilder<SqlBool> {
  return sql<SqlBool>`(cases.status <> 'sealed' and cases.secrecy <> 'L3'
    and coalesce(cases.state ->> 'restricted', 'false') <> 'true')`;
}
