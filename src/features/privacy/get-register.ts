import type { PrivacyRules } from '../../domain/privacy/processing.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Locale, Reading } from '../context/index.ts';
import { manages } from '../organizations/index.ts';
import { findContact } from './contacts.ts';
import type { ProcessingRegister } from './contract.ts';

/** Everything that is done with personal data here (UU 27/2022, art. 31), and for how long each kind is kept. Refuses `not-authorized`. */
export async function getRegister(
  { tx, actor, office, locale }: Reading,
  institution: string,
): Promise<Result<ProcessingRegister, Refusal>> {
  const reads =
    manages(actor, 'privacy.manage', institution) || manages(actor, 'privacy.oversee', institution);
  if (!reads) return err(refusal('not-authorized'));
  return ok({ contact: await findContact(tx, institution), ...presentRules(office.privacy, locale) });
}

/** The rules in one language. */
export function presentRules(
  { activities, retention }: PrivacyRules,
  locale: Locale,
): Pick<ProcessingRegister, 'activities' | 'retention'> {
  return {
    activities: activities.map((one) => ({
      id: one.id,
      forReporters: one.forReporters,
      name: one.name[locale],
      purpose: one.purpose[locale],
      basis: one.basis[locale],
      subjects: one.subjects[locale],
      data: one.data[locale],
      recipients: one.recipients[locale],
      retention: [...one.retention],
      protection: one.protection[locale],
    })),
    retention: retention.map((one) => ({
      id: one.id,
      name: one.name[locale],
      covers: one.covers[locale],
      startsAt: one.startsAt,
      keep: one.keep,
      ends: one.ends,
      setting: one.setting,
      law: one.law[locale],
      source: one.source,
      verified: one.verified,
    })),
  };
}
