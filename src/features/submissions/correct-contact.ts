import { reporterActor } from '../../domain/access/actor.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { storable } from '../../domain/shared/storable.ts';
import { actOnCase } from '../cases/index.ts';
import type { Context } from '../context/index.ts';
import { correctContact } from '../reporters/index.ts';
import type { ContactCorrection } from './contract.ts';
import { findByAccess } from './reporter-access.ts';
import { fieldRefusal, validateContact, visible } from './validate.ts';

/**
 * The reporter corrects their name and how they are reached (UU 27/2022, art. 6). It holds at once; the log says which
 * parts, the values go into the seal with the earlier ones. A part left empty is taken out. Refusals: `not-found`
 * (code; nothing is kept about them), `invalid-input` (phone, email).
 */
export async function correctOwnContact(
  ctx: Context,
  code: string,
  input: ContactCorrection,
): Promise<Result<{ readonly fields: readonly string[] }, Refusal>> {
  const found = await findByAccess(ctx, code);
  if (found === undefined) return err(refusal('not-found'));
  const typed = { name: clean(input.name), phone: clean(input.phone), email: clean(input.email) };
  const refused = fieldRefusal(validateContact(typed));
  if (refused !== null) return err(refused);
  let fields: readonly string[] = [];
  const own: Context = { ...ctx, actor: reporterActor };
  const acted = await actOnCase(own, found.id, 'contact-correction', async () => {
    fields = await correctContact(own, found.id, {
      name: typed.name || null,
      phone: typed.phone || null,
      email: typed.email || null,
    });
    return ok({ fields });
  });
  return acted.ok ? ok({ fields }) : acted;
}

function clean(typed: string): string {
  return visible(typed) === '' ? '' : storable(typed).trim();
}
