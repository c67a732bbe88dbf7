import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { shippedRoles } from '../../scripts/write-rights.ts';
import type { SecrecyLevel } from '../../src/domain/cases/words.ts';
import type { Matter, Officer } from '../support/office.ts';
import { ministry, ministryUnits } from '../support/office-casts.ts';
import { instant } from '../support/office-time.ts';
import { insiderAtHome, inspectorAtWork } from '../support/sealed-door.ts';
import { thorough } from '../support/thorough.ts';
import { openOffice, settled, sitDown, words } from './console-desk.ts';
import { assertFits, keepPicture } from './look.ts';
import { browserTests } from './open-browser.ts';

/**
 * A case of each secrecy level on the screen of every role: what the API refuses is on no page, and who reported is
 * on none of them before it is opened. A quick run follows the closest level of an ordinary case, and the sealed door.
 */
const house = await openOffice(instant('2026-11-24 08:15'));
const office = await ministry(house);
const { withPage } = browserTests(() => house.origin);
const reporter = { name: 'Zubaidah Pelapor', phone: '0812 7777 3311', email: 'zubaidah@warga.test' } as const;
const story = 'Kartu bantuan ibu saya ditahan ketua kelompok sejak Agustus.';
const sealedStory = 'Setiap akhir bulan vendor katering menyetor sepuluh persen di parkiran belakang.';
/** Roles that work for one unit sit where the case is; the others hold the whole institution. */
const ofUnit = /liaison|unit-|reviewer|upt|field/;
const sealedDoor = /^(wbs-|inspectorate$)/;

const everybody: ReadonlyMap<string, Officer> = new Map(
  await Promise.all(
    shippedRoles().map(async ({ id: role }) => {
      const unit = ofUnit.test(role) ? ministryUnits.directorate : null;
      return [role, await office.employ({ name: `Petugas ${role}`, role, unit })] as const;
    }),
  ),
);

for (const level of thorough ? (['L0', 'L1', 'L2', 'L3'] as const) : (['L3'] as const)) {
  withPage(`A case of ${level}, on the screen of every role`, {}, async (page) => {
    const matter = await inHand(level);
    for (const [role, who] of everybody) {
      const said = await opens(page, who, `perkara/${matter.id}`, `rahasia-${level}-${role}`);
      const { status } = await who.ask({ path: `/cases/${matter.id}` });
      assert.equal(said.includes(story), status === 200, `${role}: the screen shows what the API gives`);
      for (const word of Object.values(reporter)) assert.ok(!said.includes(word), `${role} reads ${word}`);
    }
  });
}

withPage('A report of the sealed door, on the screen of every role', {}, async (page) => {
  await insiderAtHome(house, '203.0.113.78').reports('kemensos', sealedStory);
  const verifier = everybody.get('wbs-verifier');
  assert.ok(verifier);
  const [{ id = '' } = {}] = await inspectorAtWork(verifier).list();
  for (const [role, who] of everybody) {
    const said = await opens(page, who, `wbs/${id}`, `rahasia-L4-${role}`);
    assert.equal(said.includes(sealedStory), sealedDoor.test(role), role);
    await page.goto('/konsol/');
    await settled(page);
    const rooms = await words(page.locator('nav').first());
    assert.equal(
      /WBS|pelanggaran/i.test(rooms),
      sealedDoor.test(role),
      `${role}: the room is named to the inspectorate alone`,
    );
  }
});

/** A case at the directorate, with all that the reporter may tell of themselves. */
async function inHand(level: SecrecyLevel): Promise<Matter> {
  const matter = await office.citizen().files(story, { secrecy: level, contact: reporter });
  await office.verifier.verifies(matter, { title: 'Kartu bantuan ditahan ketua kelompok' });
  await office.verifier.sendsTo(matter, office.unit(ministryUnits.directorate));
  await office.liaison.accepts(matter);
  return matter;
}

/** What the officer reads there. */
async function opens(page: Page, who: Officer, path: string, picture: string): Promise<string> {
  await sitDown(page, house, who, path);
  await assertFits(page);
  await keepPicture(page, picture);
  return words(page.locator('body'));
}
