import assert from 'node:assert/strict';
import { ministry } from '../support/office-casts.ts';
import { instant } from '../support/office-time.ts';
import { openSmsOperator } from '../support/sms-operator.ts';
import { look, lookInEnglish, openCase, openOfficeAt, settled, sitDown, words } from './console-desk.ts';
import { browserTests } from './open-browser.ts';
import { freePort } from './open-house.ts';

/** How channels are set up and tried, what notices say, and how far they came on the page of a case. */
const operator = await openSmsOperator('telkomsel');
const house = await openOfficeAt(await freePort(), instant('2026-11-24 08:15'), {
  SMS_LINES: operator.address,
});
await operator.whenBound();
const office = await ministry(house);
const administrator = await office.employ({ name: 'Ani', role: 'system-administrator' });
const { withPage } = browserTests(() => house.origin);

withPage('A line is tried with a number typed there, and what became of it is found', {}, async (page) => {
  await sitDown(page, house, administrator, 'lalu-lintas?bagian=setelan');
  assert.doesNotMatch(await words(page.locator('main')), /rahasia/);
  await look(page, 'saluran');
  await lookInEnglish(page, 'saluran');
  await page.getByRole('button', { name: 'Uji' }).click();
  const window = page.getByRole('dialog', { name: 'Uji saluran telkomsel' });
  await window.getByLabel('Nomor HP tujuan').fill('12');
  await window.getByRole('button', { name: 'Kirim pesan uji' }).click();
  await window.getByText('Nomor HP biasanya').waitFor();
  await look(page, 'saluran-uji');
  await window.getByLabel('Nomor HP tujuan').fill('0812 0000 7777');
  await window.getByRole('button', { name: 'Kirim pesan uji' }).click();
  await page.getByText('Pesan uji dikirim.').waitFor();
  await house.runJobs();
  await page.getByRole('link', { name: 'Keluar', exact: true }).click();
  await page.locator('.traffic-list').getByText('Pesan uji').waitFor();
});

withPage('The words of notices are those of the case that was named', {}, async (page) => {
  const contact = { phone: '081200008888', reach: 'sms' as const };
  const matter = await office.citizen().files('Bantuan ibu saya berhenti.', { contact });
  await office.verifier.asks(matter, 'Bank apa yang biasanya menyalurkan?');
  await house.runJobs();
  const sms = operator.taken.findLast(({ to }) => to.endsWith('81200008888'));
  await operator.tells(sms?.id ?? '', 'DELIVRD');
  operator.refusesWith(0x0b);
  await office.verifier.does(matter, 'message', { text: 'Kami hubungi bank hari ini.', substantive: false });
  await house.runJobs();
  operator.refusesWith(0);

  await sitDown(page, house, office.verifier, 'lalu-lintas?bagian=setelan');
  await page.getByLabel('Nomor perkara').fill(matter.number);
  await page.getByRole('button', { name: 'Tampilkan' }).click();
  await page.getByText('Bank apa yang biasanya menyalurkan?').waitFor();
  assert.equal(await page.getByText(matter.code).count(), 0);
  await look(page, 'saluran-kata');
  await page.getByLabel('Nomor perkara').fill('2611-99999');
  await page.getByRole('button', { name: 'Tampilkan' }).click();
  await page.getByText('Tidak ditemukan').first().waitFor();

  await openCase(page, matter);
  const log = page.locator('.log').first();
  assert.match(await words(log), /SMS: sampai/);
  assert.match(await words(log), /SMS: tidak terkirim.*nomor tujuan ditolak operator/);
  await look(page, 'perkara-pengiriman');
  await settled(page);
});
