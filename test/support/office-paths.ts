import type { SubmissionInput } from '../../src/features/submissions/contract.ts';
import type { Citizen, Matter } from './office.ts';
import type { Ministry } from './office-casts.ts';
import { ministryUnits } from './office-casts.ts';
import type { handled } from './office-officer.ts';

/** The ministry's main path, walked as far as a test needs before its own story begins. */
export function ministryPaths(office: Ministry) {
  const unitId = office.unit(ministryUnits.directorate);

  async function filed(citizen: Citizen, text = 'Bantuan PKH ibu saya berhenti sejak Agustus.') {
    return citizen.files(text, { contact: { name: 'Sri', email: 'sri@warga.test' } });
  }

  async function verified(citizen: Citizen): Promise<Matter> {
    const matter = await filed(citizen);
    await office.verifier.verifies(matter);
    return matter;
  }

  async function sent(citizen: Citizen): Promise<Matter> {
    const matter = await verified(citizen);
    await office.verifier.sendsTo(matter, unitId);
    return matter;
  }

  async function accepted(citizen: Citizen): Promise<Matter> {
    const matter = await sent(citizen);
    await office.liaison.accepts(matter);
    return matter;
  }

  async function reported(citizen: Citizen, given: Partial<typeof handled> = {}): Promise<Matter> {
    const matter = await accepted(citizen);
    await office.officer.writesReport(matter, given);
    return matter;
  }

  async function approved(citizen: Citizen, given: Partial<typeof handled> = {}): Promise<Matter> {
    const matter = await reported(citizen, given);
    await office.reviewer.approves(matter);
    return matter;
  }

  async function answered(citizen: Citizen, given: Partial<typeof handled> = {}): Promise<Matter> {
    const matter = await approved(citizen, given);
    await office.head.closesReport(matter);
    await office.liaison.finishes(matter, given.answer);
    return matter;
  }

  /** Settled as the reporter says, from words of its own. */
  async function settled(
    citizen: Citizen,
    { text = 'Bantuan PKH ibu saya berhenti sejak Agustus.', ...more }: Partial<SubmissionInput>,
    given: Partial<typeof handled> = {},
  ): Promise<Matter> {
    const contact = { name: 'Sri', email: 'sri@warga.test' };
    const matter = await citizen.files(text, { contact, ...more });
    await office.verifier.verifies(matter);
    await office.verifier.sendsTo(matter, unitId);
    await office.liaison.accepts(matter);
    await office.officer.writesReport(matter, given);
    await office.reviewer.approves(matter);
    await office.head.closesReport(matter);
    await office.liaison.finishes(matter, given.answer);
    await citizen.confirms(matter);
    return matter;
  }

  return { settled, filed, verified, sent, accepted, reported, approved, answered };
}
