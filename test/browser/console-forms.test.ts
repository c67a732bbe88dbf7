import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { caseActs, type OfficerAct } from '../../src/features/cases/contract.ts';
import type { Matter, Officer } from '../support/office.ts';
import { ministry, ministryUnits, polytechnic, polytechnicUnits } from '../support/office-casts.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { instant } from '../support/office-time.ts';
import { look, openCase, openOffice, sitDown, words } from './console-desk.ts';
import { browserTests } from './open-browser.ts';

/** Every act has a form that opens, says what it does, and may be left again. */
const house = await openOffice(instant('2026-11-24 08:15'));
const office = await ministry(house);
const campus = await polytechnic(house);
const path = ministryPaths(office);
const { withPage } = browserTests(() => house.origin);
const { verifier, liaison, officer, reviewer, head, makassar } = office;
const sentra = () => office.unit(ministryUnits.makassar);
const limit = { amount: 2, unit: 'workingDay' } as const;

type Scene = () => Promise<{
  readonly matter: Matter;
  readonly who: Officer;
  readonly acts: readonly OfficerAct[];
}>;

/** Cases at steps which between them offer every act. */
const scenes: Readonly<Record<string, Scene>> = {
  'to be verified': async () => ({
    matter: await path.filed(office.citizen()),
    who: verifier,
    acts: [
      'verification',
      'referral',
      'archive',
      'question',
      'seal',
      'merger',
      'secrecy',
      'note',
      'message',
      'reveal',
    ],
  }),
  verified: async () => ({
    matter: await path.verified(office.citizen()),
    who: verifier,
    acts: ['disposition', 'answer', 'classification'],
  }),
  merged: async () => {
    const matter = await path.verified(office.citizen());
    await verifier.merges(matter, await path.verified(office.citizen()));
    return { matter, who: verifier, acts: ['merger-undoing'] };
  },
  dispatched: async () => ({
    matter: await path.sent(office.citizen()),
    who: liaison,
    acts: ['acceptance', 'disposition-return', 'copy'],
  }),
  'in hand, with two tasks': async () => {
    const matter = await path.accepted(office.citizen());
    const one = await officer.assigns(matter, { unitId: sentra(), task: 'Kunjungi keluarga', limit });
    const unitId = office.unit(ministryUnits.ternate);
    await officer.assigns(matter, { unitId, task: 'Tanyakan bank', limit });
    await makassar.reports(matter, one);
    return { matter, who: officer, acts: ['assignment', 'assignment-return', 'assignment-cancellation'] };
  },
  'given to a UPT': async () => {
    const matter = await path.accepted(office.citizen());
    await officer.assigns(matter, { unitId: sentra(), task: 'Kunjungi keluarga', limit });
    return { matter, who: makassar, acts: ['assignment-report'] };
  },
  'in hand': async () => ({
    matter: await path.accepted(office.citizen()),
    who: officer,
    acts: ['handling-report'],
  }),
  'to be examined': async () => ({
    matter: await path.reported(office.citizen()),
    who: reviewer,
    acts: ['report-approval', 'report-correction', 'report-return'],
  }),
  'to be closed': async () => ({
    matter: await path.approved(office.citizen()),
    who: head,
    acts: ['closure', 'closure-return'],
  }),
  'to be finished': async () => {
    const matter = await path.approved(office.citizen());
    await head.closesReport(matter);
    return { matter, who: liaison, acts: ['finish'] };
  },
  'answered at the polytechnic': async () => {
    const matter = await campus.citizen().files('UKT saya ditagih dua kali.');
    await campus.admin.verifies(matter, { title: 'UKT ditagih dua kali' });
    await campus.liaison.sendsTo(matter, campus.unit(polytechnicUnits.finance));
    await campus.officer.accepts(matter);
    await campus.officer.answers(matter, 'Tagihan kedua sudah dibatalkan.');
    return { matter, who: campus.liaison, acts: ['release', 'answer-return'] };
  },
};

const tried = new Set<OfficerAct>();

for (const [name, scene] of Object.entries(scenes)) {
  withPage(`${name}: each act opens its form`, {}, async (page) => {
    const { matter, who, acts } = await scene();
    const offered = await who.mayDo(matter);
    await sitDown(page, house, who);
    for (const act of acts) {
      assert.ok(offered.includes(act), `${who.name} may do ${act}`);
      await openCase(page, matter, act);
      await tryForm(page, act);
      tried.add(act);
    }
  });
}

async function tryForm(page: Page, act: OfficerAct): Promise<void> {
  if (act === 'verification') return;
  const form = page.locator('form.act-form');
  assert.doesNotMatch(await words(form), /console\./, 'every text is there');
  assert.equal(await page.locator('.btn.primary').count(), 1, `${act}: one primary act`);
  await look(page, `tindakan-${act}`);
  await form.getByRole('button', { name: 'Batal', exact: true }).click();
  await form.waitFor({ state: 'detached' });
}

withPage('No act was forgotten', {}, async () => {
  assert.deepEqual(
    Object.keys(caseActs).filter((act) => !tried.has(act as OfficerAct)),
    [],
  );
});
