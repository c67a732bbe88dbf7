import type { Kysely } from 'kysely';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Schema } from '../../platform/db/schema.ts';
import { type Context, staleProof } from '../context/index.ts';
import { record } from '../ledger/index.ts';
import { manages } from '../organizations/index.ts';
import type { ContactInput, ContactView } from './contract.ts';

export interface InstitutionContact extends ContactView {
  readonly institution: string;
  readonly institutionName: string;
}

/** Of every active institution that has named one, the contact in force. Public. */
export async function listContacts(tx: Kysely<Schema>): Promise<readonly InstitutionContact[]> {
  const rows = await tx
    .selectFrom('institutions')
    .innerJoin('privacy_contacts as c', 'c.institution_id', 'institutions.id')
    .select(['institutions.id as institution', 'institutions.name as institutionName'])
    .select(['c.office', 'c.email', 'c.phone', 'c.address', 'c.set_at as setAt'])
    .where('institutions.active', '=', true)
    .distinctOn(['institutions.name', 'institutions.id'])
    .orderBy('institutions.name')
    .orderBy('institutions.id')
    .orderBy('c.set_at', 'desc')
    .execute();
  return rows;
}

/** The contact in force; null where the institution has named none. */
export async function findContact(tx: Kysely<Schema>, institution: string): Promise<ContactView | null> {
  const row = await tx
    .selectFrom('privacy_contacts')
    .select(['office', 'email', 'phone', 'address', 'set_at as setAt'])
    .where('institution_id', '=', institution)
    .orderBy('set_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Names whom people ask about their data; what stood there before is kept with its author and date. Refuses
 * `not-authorized`, `step-up-needed`, `invalid-input` (`office` `required`; `email`
 * `one-way-needed`: no way to it at all; `email` `not-an-email`).
 */
export async function setContact(
  ctx: Context,
  institution: string,
  input: ContactInput,
): Promise<Result<ContactView, Refusal>> {
  const { actor } = ctx;
  if (actor.kind !== 'person' || !manages(actor, 'privacy.manage', institution))
    return err(refusal('not-authorized'));
  const stale = staleProof(ctx);
  if (stale !== null) return err(stale);
  const contact = {
    office: input.office.trim(),
    email: input.email.trim(),
    phone: input.phone.trim(),
    address: input.address.trim(),
  };
  const fields = faultsOf(contact);
  if (Object.keys(fields).length > 0) return err({ code: 'invalid-input', fields });
  await ctx.tx
    .insertInto('privacy_contacts')
    .values({ institution_id: institution, set_at: ctx.now, set_by: actor.id, ...contact })
    .execute();
  await record(ctx, { kind: 'privacy-contact.changed', institution });
  return ok({ ...contact, setAt: ctx.now });
}

function faultsOf({ office, email, phone, address }: ContactInput): Readonly<Record<string, string>> {
  if (office === '') return { office: 'required' };
  if (email === '' && phone === '' && address === '') return { email: 'one-way-needed' };
  return email === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? {} : { email: 'not-an-email' };
}
