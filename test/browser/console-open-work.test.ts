import assert from 'node:assert/strict';
import { ministry, ministryUnits } from '../support/office-casts.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { instant } from '../support/office-time.ts';
import { look, lookInEnglish, openOffice, settled, sitDown, words } from './console-desk.ts';
import { browserTests } from './open-browser.ts';

/** Handing over what somebody leaves behind, by whoever gave it to them. */
const house = await openOffice(instant('2026-11-24 08:15'));
const office = await ministry(house);
const path = ministryPaths(office);
const { withPage } = browserTests(() => house.origin);
const limit = { amount: 2, unit: 'workingDay' } as const;

withPage('Open tasks are chosen and handed over with a reason, by keyboard', {}, async (page) => {
  const { officer, fieldWorker } = office;
  await sitDown(page, house, officer, 'serah-terima');
  await page.getByText('Tidak ada tugas terbuka').waitFor();
  await look(page, 'serah-terima-kosong');

  await office.employ({ name: 'Sari', role: 'field-worker', unit: ministryUnits.makassar });
  const first = await path.accepted(office.citizen());
  const second = await path.accepted(office.citizen());
  await officer.assigns(first, { person: fieldWorker, task: 'Kunjungi keluarga di Tamalate', limit });
  await officer.assigns(second, { person: fieldWorker, task: 'Tanyakan bank penyalur', limit });
  await page.reload();
  await settled(page);
  const section = page.getByRole('region', { name: fieldWorker.name });
  await section.getByRole('checkbox').nth(1).waitFor();
  await look(page, 'serah-terima');
  await lookInEnglish(page, 'serah-terima');

  const box = section.getByRole('checkbox', { name: new RegExp(first.number) });
  await box.focus();
  await page.keyboard.press('Space');
  const to = section.getByRole('combobox', { name: /Serahkan kepada/ });
  await to.fill('Sari');
  await page.getByRole('option', { name: /Sari/ }).click();
  await section.getByLabel('Alasan').fill('Cuti melahirkan sampai Februari.');
  await page.keyboard.press('Enter');
  const next = page.getByRole('region', { name: 'Sari' });
  await next.waitFor();
  assert.match(await words(next), new RegExp(first.number));
  await look(page, 'serah-terima-selesai');
  await page.goto(`/konsol/perkara/${first.id}`);
  await page.getByText(/menyerahkan tugas .* kepada Sari/).waitFor();
});
