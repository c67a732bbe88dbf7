import assert from 'node:assert/strict';
import { ministry, ministryUnits } from '../support/office-casts.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { instant } from '../support/office-time.ts';
import { look, lookInEnglish, openCase, openOffice, settled, sitDown, words } from './console-desk.ts';
import { browserTests } from './open-browser.ts';

const house = await openOffice(instant('2026-11-24 08:15'));
const office = await ministry(house);
const limit = { amount: 2, unit: 'workingDay' } as const;
const hire = (name: string, unit: string) => office.employ({ name, role: 'upt-officer', unit });
const siti = await hire('Siti Aminah', ministryUnits.makassar);
const budi = await hire('Budi Santoso', ministryUnits.ternate);
const { withPage } = browserTests(() => house.origin);

withPage('Siti goes on leave, Budi stands in, and every act says for whom', {}, async (page) => {
  const matter = await ministryPaths(office).accepted(office.citizen());
  await office.officer.assigns(matter, { person: siti, task: 'Kunjungi keluarga', limit });
  await sitDown(page, house, siti, 'akun');
  await page.getByRole('combobox', { name: 'Siapa yang menggantikan' }).fill('Budi');
  await page.getByRole('option', { name: /Budi Santoso/ }).click();
  await page.getByLabel('Hari pertama').fill('2026-11-24');
  await page.getByLabel('Hari terakhir').fill('2026-11-27');
  await page.getByRole('button', { name: 'Tunjuk pengganti' }).click();
  await page.getByText('Budi Santoso ditunjuk sebagai pengganti.').waitFor();
  await settled(page);
  await look(page, 'pengganti-ditunjuk');

  await sitDown(page, house, budi);
  assert.match(await words(page.locator('.stand-in')), /Siti Aminah/);
  await look(page, 'pengganti-bekerja');
  await lookInEnglish(page, 'pengganti-bekerja');
  // The list says for whom, and narrows to it in its address too.
  const rows = page.locator('tr[data-case]');
  assert.match(await words(rows.first()), /a\.n\. Siti: /);
  await page.getByRole('button', { name: 'pekerjaan saya', exact: true }).click();
  await page.getByText('Tidak ada perkara yang cocok').or(page.locator('.empty')).first().waitFor();
  assert.match(page.url(), /for=own/);
  await page.getByRole('button', { name: 'Siti Aminah', exact: true }).click();
  await rows.first().waitFor();
  assert.match(page.url(), new RegExp(`for=${siti.id}`));
  await look(page, 'pengganti-untuk-siapa');
  await budi.does(matter, 'note', { text: 'Keluarga dikunjungi besok.' });
  await openCase(page, matter);
  assert.match(await words(page.locator('main')), /Budi Santoso.{0,40}untuk Siti Aminah/);
});

withPage('The head of a unit names who stands in for one of its people, and ends it', {}, async (page) => {
  const { head, officer, reviewer } = office;
  await sitDown(page, house, head, 'pengganti');
  await page.getByText(officer.name).first().waitFor();
  assert.doesNotMatch(
    await words(page.locator('main')),
    new RegExp(`${siti.name}|${office.otherOfficer.name}`),
  );
  await page.getByRole('button', { name: `Tunjuk pengganti bagi ${officer.name}` }).click();
  const form = page.getByRole('dialog', { name: `Pengganti bagi ${officer.name}` });
  await form.getByRole('combobox', { name: 'Siapa yang menggantikan' }).fill(reviewer.name);
  await page.getByRole('option', { name: new RegExp(reviewer.name) }).click();
  await form.getByLabel('Hari pertama').fill('2026-11-25');
  await form.getByLabel('Hari terakhir').fill('2026-11-27');
  await look(page, 'pengganti-pimpinan-menunjuk');
  await form.getByRole('button', { name: 'Tunjuk pengganti' }).click();
  await page.getByText(`${reviewer.name} ditunjuk sebagai pengganti.`).waitFor();
  const row = page.getByRole('row').filter({ hasText: officer.name });
  await row.getByText('Akan datang').waitFor();
  await settled(page);
  await look(page, 'pengganti-pimpinan');
  await lookInEnglish(page, 'pengganti-pimpinan');
  await row.getByRole('button', { name: `Akhiri: ${reviewer.name}` }).click();
  await page.getByText(`Penggantian oleh ${reviewer.name} sudah diakhiri.`).waitFor();
});
