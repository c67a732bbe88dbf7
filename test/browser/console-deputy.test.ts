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
  await budi.does(matter, 'note', { text: 'Keluarga dikunjungi besok.' });
  await openCase(page, matter);
  assert.match(await words(page.locator('main')), /Budi Santoso.{0,40}untuk Siti Aminah/);
});
