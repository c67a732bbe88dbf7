import assert from 'node:assert/strict';
import { ministry, ministryUnits, polytechnic, polytechnicUnits } from '../support/office-casts.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { instant } from '../support/office-time.ts';
import {
  look,
  lookInEnglish,
  lookInTheDark,
  openCase,
  openOffice,
  settled,
  sitDown,
} from './console-desk.ts';
import { browserTests } from './open-browser.ts';

/** The SOP's own flowchart on the case page, with a case in it that stands at different rows. */
const house = await openOffice(instant('2026-11-24 08:15'));
const office = await ministry(house);
const campus = await polytechnic(house);
const path = ministryPaths(office);
const { withPage } = browserTests(() => house.origin);
const limit = { amount: 2, unit: 'workingDay' } as const;

const forked = await path.accepted(office.citizen());
const first = await office.officer.assigns(forked, {
  unitId: office.unit(ministryUnits.makassar),
  task: 'Kunjungi keluarga',
  limit,
});
await office.officer.assigns(forked, {
  unitId: office.unit(ministryUnits.ternate),
  task: 'Tanyakan bank',
  limit,
});
await office.makassar.reports(forked, first);
const verifying = await path.filed(office.citizen());
const atCampus = await campus.citizen().files('UKT saya ditagih dua kali.');
await campus.admin.verifies(atCampus, { title: 'UKT ditagih dua kali' });
await campus.liaison.sendsTo(atCampus, campus.unit(polytechnicUnits.finance));

withPage(
  'Two tasks at once, one reported: drawn where it can be read, not fetched elsewhere',
  {},
  async (page) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/drawing')) asked.push(request.url());
    });
    await page.setViewportSize({ width: 360, height: 780 });
    await sitDown(page, house, office.officer);
    await openCase(page, forked);
    await page.getByRole('heading', { name: 'Letak dalam SOP' }).waitFor();
    assert.equal(await page.locator('.case-drawing').count(), 0);
    assert.deepEqual(asked, [], 'a narrow screen reads the list');
    await page.setViewportSize({ width: 1280, height: 900 });
    const drawing = page.getByRole('img', { name: /^Bagan alir .* dengan perkara/ });
    await drawing.waitFor();
    assert.equal((await drawing.locator('g.s.also, g.s.here').count()) >= 2, true);
    await page.getByRole('link', { name: 'Lihat bagan alirnya' }).click();
    await page.waitForURL(/#bagan-alir$/);
    await look(page, 'bagan-bercabang');
    await lookInTheDark(page, 'bagan-bercabang');
    await lookInEnglish(page, 'bagan-bercabang');
  },
);

withPage('At the verifier, and at the polytechnic', {}, async (page) => {
  await sitDown(page, house, office.verifier);
  await openCase(page, verifying);
  await page.getByRole('img', { name: /^Bagan alir/ }).waitFor();
  await look(page, 'bagan-verifikasi');
  await sitDown(page, house, campus.liaison);
  await openCase(page, atCampus);
  await page.getByRole('img', { name: /^Bagan alir/ }).waitFor();
  await look(page, 'bagan-politeknik');
});

withPage('Days later: what is late is marked, in words and form too', {}, async (page) => {
  await office.until('2026-12-04 10:00');
  await sitDown(page, house, office.officer);
  await openCase(page, forked);
  await page.getByRole('img', { name: /^Bagan alir/ }).waitFor();
  assert.ok((await page.locator('.living .t-late').count()) > 0);
  await settled(page);
  await look(page, 'bagan-terlambat');
});
