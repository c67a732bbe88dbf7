import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { OfficerAct } from '../../src/features/cases/contract.ts';
import type { Matter, Officer } from '../support/office.ts';
import { ministry, ministryUnits, polytechnic, polytechnicUnits } from '../support/office-casts.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { thorough } from '../support/thorough.ts';
import { look, lookAtEnglish, openCase, sitDown, speak, words } from './console-desk.ts';
import type { OpenHouse } from './open-house.ts';

export type SceneName = keyof typeof actsOf;

/** Cases at steps which between them offer every act of the contract. */
export const actsOf = {
  'to be verified': [
    'verification',
    'referral',
    'archive',
    'question',
    'seal',
    'merger',
    'secrecy',
    'secrecy-lowering',
    'note',
    'relay',
    'message',
    'reveal',
  ],
  'agreed to be opened up': ['lowering-confirmation'],
  withdrawn: ['legal-hold', 'identity-destruction'],
  'on legal hold': ['hold-lifting'],
  restricted: ['data-answer', 'restriction-lifting'],
  verified: ['disposition', 'answer', 'classification'],
  merged: ['merger-undoing'],
  'about somebody': ['conflict', 'conflict-lifting'],
  dispatched: ['acceptance', 'disposition-return', 'copy'],
  'in hand': ['handling-report'],
  'in hand, with two tasks': ['assignment', 'assignment-return', 'assignment-cancellation'],
  'given to a person': ['assignment-hand-over'],
  'given to a UPT': ['assignment-report'],
  'to be examined': ['report-approval', 'report-correction', 'report-return'],
  'to be closed': ['closure', 'closure-return'],
  'to be finished': ['finish'],
  'answered at the polytechnic': ['release', 'answer-return'],
  settled: ['redaction', 'relay-objection'],
  'to be published': ['publication', 'redaction-return'],
  published: ['take-down'],
} as const satisfies Readonly<Record<string, readonly OfficerAct[]>>;

interface Scene {
  readonly matter: Matter;
  readonly who: Officer;
}

const limit = { amount: 2, unit: 'workingDay' } as const;

/** How a case is brought to each of these steps, and who sits before it then. */
export async function openScenes(
  house: OpenHouse,
): Promise<Readonly<Record<SceneName, () => Promise<Scene>>>> {
  const office = await ministry(house);
  const campus = await polytechnic(house);
  const guard = await office.employ({ name: 'Dewi', role: 'privacy-officer' });
  const path = ministryPaths(office);
  const { verifier, liaison, officer, reviewer, head, makassar } = office;
  const sentra = office.unit(ministryUnits.makassar);
  const open = () => path.settled(office.citizen(), { secrecy: 'L0' });
  return {
    'to be verified': async () => ({ matter: await path.filed(office.citizen()), who: verifier }),
    async 'agreed to be opened up'() {
      const citizen = office.citizen();
      const matter = await path.filed(citizen);
      await verifier.does(matter, 'secrecy-lowering', { level: 'L0', reason: 'Banyak yang bertanya.' });
      await citizen.tries(matter, 'lowering-consent', { agrees: true });
      return { matter, who: office.secondVerifier };
    },
    async withdrawn() {
      const citizen = office.citizen();
      const matter = await path.filed(citizen);
      await citizen.withdraws(matter, 'Sudah selesai.');
      return { matter, who: guard };
    },
    async 'on legal hold'() {
      const matter = await path.filed(office.citizen());
      await guard.does(matter, 'legal-hold', { reason: 'Perkara di pengadilan.' });
      return { matter, who: guard };
    },
    async restricted() {
      const citizen = office.citizen();
      const matter = await path.filed(citizen);
      await citizen.asksAboutData(matter, 'restriction', 'Saya diancam.');
      return { matter, who: guard };
    },
    verified: async () => ({ matter: await path.verified(office.citizen()), who: verifier }),
    async merged() {
      const matter = await path.verified(office.citizen());
      await verifier.merges(matter, await path.verified(office.citizen()));
      return { matter, who: verifier };
    },
    async 'about somebody'() {
      const matter = await path.verified(office.citizen());
      const reason = 'Disebut dalam laporan sebagai penerima pungutan.';
      await verifier.does(matter, 'conflict', { personId: officer.id, unitId: null, reason });
      await verifier.does(matter, 'conflict', {
        personId: null,
        unitId: sentra,
        reason: 'Unit yang diadukan.',
      });
      return { matter, who: verifier };
    },
    dispatched: async () => ({ matter: await path.sent(office.citizen()), who: liaison }),
    'in hand': async () => ({ matter: await path.accepted(office.citizen()), who: officer }),
    async 'in hand, with two tasks'() {
      const matter = await path.accepted(office.citizen());
      const one = await officer.assigns(matter, { unitId: sentra, task: 'Kunjungi keluarga', limit });
      const unitId = office.unit(ministryUnits.ternate);
      await officer.assigns(matter, { unitId, task: 'Tanyakan bank', limit });
      await makassar.reports(matter, one);
      return { matter, who: officer };
    },
    async 'given to a person'() {
      const matter = await path.accepted(office.citizen());
      await officer.assigns(matter, { person: makassar, task: 'Kunjungi keluarga', limit });
      return { matter, who: officer };
    },
    async 'given to a UPT'() {
      const matter = await path.accepted(office.citizen());
      await officer.assigns(matter, { unitId: sentra, task: 'Kunjungi keluarga', limit });
      return { matter, who: makassar };
    },
    'to be examined': async () => ({ matter: await path.reported(office.citizen()), who: reviewer }),
    'to be closed': async () => ({ matter: await path.approved(office.citizen()), who: head }),
    async 'to be finished'() {
      const matter = await path.approved(office.citizen());
      await head.closesReport(matter);
      return { matter, who: liaison };
    },
    async 'answered at the polytechnic'() {
      const matter = await campus.citizen().files('UKT saya ditagih dua kali.');
      await campus.admin.verifies(matter, { title: 'UKT ditagih dua kali' });
      await campus.liaison.sendsTo(matter, campus.unit(polytechnicUnits.finance));
      await campus.officer.accepts(matter);
      await campus.officer.answers(matter, 'Tagihan kedua sudah dibatalkan.');
      return { matter, who: campus.liaison };
    },
    settled: async () => ({ matter: await open(), who: verifier }),
    async 'to be published'() {
      const matter = await open();
      await verifier.does(matter, 'redaction', { parts: [] });
      return { matter, who: office.secondVerifier };
    },
    async published() {
      const matter = await open();
      const { version } = await verifier.does(matter, 'redaction', { parts: [] });
      await office.secondVerifier.does(matter, 'publication', { redaction: version });
      return { matter, who: verifier };
    },
  };
}

/** Opens every act of the scene, looks at its form, and leaves it again; then once more in English, unless in a quick run. */
export async function playScene(
  page: Page,
  house: OpenHouse,
  { matter, who }: Scene,
  acts: readonly OfficerAct[],
): Promise<void> {
  const offered = await who.mayDo(matter);
  for (const act of acts) assert.ok(offered.includes(act), `${who.name} may do ${act}`);
  // The verifier's questions are looked at where they are asked: console-case.test.ts.
  const looked = acts.filter((act) => act !== 'verification');
  await sitDown(page, house, who);
  for (const act of looked) {
    await openForm(page, matter, act);
    await look(page, `tindakan-${act}`);
    await page.locator('form.act-form').getByRole('button', { name: 'Batal', exact: true }).click();
    await page.locator('form.act-form').waitFor({ state: 'detached' });
  }
  if (!thorough) return;
  await speak(page, 'en');
  for (const act of looked) {
    await openForm(page, matter, act);
    await lookAtEnglish(page, `tindakan-${act}`);
  }
}

async function openForm(page: Page, matter: Matter, act: OfficerAct): Promise<void> {
  await openCase(page, matter, act);
  const form = page.locator('form.act-form');
  assert.doesNotMatch(await words(form), /console\./, 'every text is there');
  assert.equal(await page.locator('.btn.primary').count(), 1, `${act}: one primary act`);
}
