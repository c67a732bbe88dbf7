import assert from 'node:assert/strict';
import { ministry, polytechnic, polytechnicUnits } from '../support/office-casts.ts';
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
  words,
} from './console-desk.ts';
import { fillDesks } from './console-world.ts';
import { browserTests } from './open-browser.ts';

/** The pages beside the cases: the leader's, notices, the SOPs, taking down; and the other institution. */
const house = await openOffice(instant('2026-11-05 08:00'));
const office = await ministry(house);
const campus = await polytechnic(house);
const path = ministryPaths(office);
await fillDesks(office, 40);
await office.until('2026-11-24 10:20');
const { withPage } = browserTests(() => house.origin);

withPage(
  'The leader sees the units that have something, and every figure leads to its list',
  {},
  async (page) => {
    await sitDown(page, house, office.controlCentre, 'pusat-kendali');
    const units = await page.locator('.grid-n tbody th').allTextContents();
    assert.deepEqual(units, [
      'Direktorat Jenderal Rehabilitasi Sosial',
      'Direktorat Rehabilitasi Sosial Anak',
      'belum ada unit',
    ]);
    await look(page, 'pusat-kendali');
    await lookInEnglish(page, 'pusat-kendali');
    await lookInTheDark(page, 'pusat-kendali');
    await page.getByRole('button', { name: /^Tampilkan \d+ unit tanpa perkara$/ }).click();
    assert.ok((await page.locator('.grid-n tbody tr').count()) > 60);
    await look(page, 'pusat-kendali-semua');
    const late = page.getByRole('link', {
      name: /lewat, Direktorat Rehabilitasi Sosial Anak: buka daftarnya/,
    });
    const count = await words(late);
    await late.click();
    await page.getByText('Unit: Direktorat Rehabilitasi Sosial Anak').waitFor();
    await settled(page);
    assert.equal(String(await page.locator('a[data-row]').count()), count);
  },
);

withPage('The head of a unit closes what waits, from the same page', {}, async (page) => {
  const matter = await path.approved(office.citizen());
  await sitDown(page, house, office.head, 'pusat-kendali');
  await page.getByRole('heading', { name: 'Laporan penanganan menunggu Anda tutup' }).waitFor();
  await look(page, 'pusat-kendali-pimpinan');
  await page.getByRole('row').filter({ hasText: matter.number }).getByRole('link').click();
  await page.getByRole('button', { name: /^Tutup laporan/ }).waitFor();
});

withPage('Notices: read by opening, one by one, or all of a page', {}, async (page) => {
  await house.runJobs();
  await sitDown(page, house, office.liaison, 'pemberitahuan');
  await look(page, 'pemberitahuan');
  await lookInEnglish(page, 'pemberitahuan');
  const unread = async () => Number(/\d+/.exec(await words(page.locator('.head .facts')))?.[0] ?? 0);
  const before = await unread();
  assert.ok(before > 10);
  await page
    .getByRole('button', { name: /^Tandai sudah dibaca/ })
    .first()
    .click();
  await page
    .getByText(`${before - 1} pemberitahuan belum dibaca`)
    .first()
    .waitFor();
  await page.locator('.notices .unread .name').first().click();
  await page.locator('#case-title').waitFor();
  await page.goBack();
  await page
    .getByText(`${before - 2} pemberitahuan belum dibaca`)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Tandai semua sudah dibaca' }).click();
  await page.locator('.notices .unread').first().waitFor({ state: 'detached' });

  const newcomer = await office.employ({ name: 'Baru', role: 'reviewer' });
  await sitDown(page, house, newcomer, 'pemberitahuan');
  await page.getByText('Belum ada pemberitahuan.').waitFor();
  await look(page, 'pemberitahuan-kosong');
});

withPage('The SOPs, to read', {}, async (page) => {
  await sitDown(page, house, office.officer, 'sop');
  await look(page, 'sop');
  await lookInEnglish(page, 'sop');
  await page.getByRole('link', { name: 'Pengelolaan SP4N-LAPOR!' }).click();
  await page.getByRole('heading', { name: 'Pengelolaan SP4N-LAPOR!' }).waitFor();
  await settled(page);
  await look(page, 'sop-kemensos');
  await lookInEnglish(page, 'sop-kemensos');
  await page.goto('/konsol/sop/politeknik/pengaduan-online');
  await settled(page);
  await look(page, 'sop-politeknik');
  await page.goto('/konsol/sop/tidak/ada');
  await page.getByRole('alert').waitFor();
});

withPage('A telephone call is taken down; the code is shown until it has been read out', {}, async (page) => {
  await sitDown(page, house, office.channelOfficer);
  await page.getByRole('heading', { name: 'Catat laporan' }).waitFor();
  await page.getByText('Selasa, 24 November 2026, 10.20 WIB.').waitFor();
  await look(page, 'catat');
  await lookInEnglish(page, 'catat');
  await page.getByRole('button', { name: 'Catat dan buat kode lacak' }).click();
  await page.getByText('Bagian ini perlu diisi.').waitFor();
  await page
    .getByLabel(/^Apa yang terjadi/)
    .fill('Bu, kakek saya di Galesong sakit dan sendirian sejak kemarin.');
  await page.getByRole('combobox', { name: 'Tempat' }).fill('Galesong Baru');
  await page
    .getByRole('option', { name: /Galesong Baru/ })
    .first()
    .click();
  await page.getByLabel('Kapan terjadi').fill('kemarin');
  await page.getByRole('button', { name: 'Catat dan buat kode lacak' }).click();
  await page.getByRole('alert').waitFor();
  await page.locator('.field-error').first().waitFor();
  await look(page, 'catat-ditolak');
  await page.reload();
  await settled(page);
  assert.match(await page.getByLabel(/^Apa yang terjadi/).inputValue(), /^Bu, kakek saya/);
  await page.getByLabel('Kapan terjadi').fill('2026-11-23');
  await page.getByLabel('Telepon').last().fill('0812 3456 7890');
  await page.getByRole('button', { name: 'Catat dan buat kode lacak' }).click();
  await page.getByText('Bacakan atau serahkan kode lacak ini').waitFor();
  const code = await words(page.locator('.code'));
  assert.match(code, /^\w{4}-\w{4}-\w{4}$/);
  await look(page, 'catat-tanda-terima');

  await page.getByRole('link', { name: 'Prosedur (SOP)' }).click();
  await page.getByRole('heading', { name: 'Prosedur (SOP)' }).waitFor();
  await page.getByRole('link', { name: 'Catat laporan' }).click();
  assert.equal(await words(page.locator('.code')), code, 'a wrong click does not lose the code');
  await page.getByRole('button', { name: 'Sudah diberikan; catat laporan lain' }).click();
  assert.equal(await page.getByLabel(/^Apa yang terjadi/).inputValue(), '');
});

withPage('The polytechnic: its own steps, its own people, the same console', {}, async (page) => {
  const matter = await campus.citizen().files('UKT saya ditagih dua kali, padahal KRS ditutup besok.');
  await sitDown(page, house, campus.admin);
  await openCase(page, matter);
  await look(page, 'politeknik-admin');
  await campus.admin.verifies(matter, { title: 'UKT ditagih dua kali' });
  await sitDown(page, house, campus.liaison);
  await look(page, 'politeknik-daftar');
  await openCase(page, matter);
  assert.match(await words(page.locator('.state')), /^Sudah diperiksa, belum diserahkan ke unit\. Langkah 3/);
  await look(page, 'politeknik-penghubung');
  await lookInEnglish(page, 'politeknik-penghubung');
  await campus.liaison.sendsTo(matter, campus.unit(polytechnicUnits.finance));
  await campus.officer.accepts(matter);
  await campus.officer.answers(matter, 'Tagihan kedua sudah dibatalkan; KRS dapat diisi.');
  await openCase(page, matter);
  assert.match(
    await words(page.locator('.state')),
    /^Jawaban menunggu diteruskan kepada pelapor\. Langkah 6/,
  );
  await page.keyboard.press('a');
  await page.getByRole('button', { name: /^Sampaikan ke pelapor/ }).click();
  await page.getByText(`Jawaban perkara ${matter.number} disampaikan kepada pelapor.`).waitFor();
});

withPage('A reporter is found by what they say in full, and only with a reason', {}, async (page) => {
  const matter = await office.citizen().files('NIK saya 3273010101010001. Bantuan berhenti.', {
    contact: { name: 'Sri Rahayu', phone: '0812-7777-3131' },
  });
  await house.runJobs();
  await sitDown(page, house, office.verifier, 'cari-pelapor');
  await look(page, 'cari-pelapor');
  await lookInEnglish(page, 'cari-pelapor');
  await page.getByLabel('Nomor telepon', { exact: true }).last().fill('+62 812 7777 3131');
  await page.getByRole('button', { name: 'Cari', exact: true }).click();
  await page.getByRole('alert').first().waitFor();
  await page.getByLabel('Alasan, satu kalimat').fill('Penelepon bertanya kabar laporannya.');
  await page.getByRole('button', { name: 'Cari', exact: true }).click();
  await page.getByRole('link', { name: matter.number }).waitFor();
  await look(page, 'cari-pelapor-ditemukan');
  await page.getByRole('link', { name: matter.number }).click();
  await page.locator('#case-title').waitFor();
  await page.getByRole('button', { name: 'Buka identitas' }).click();
  await page.getByText('Menghubungi pelapor untuk menjawab').click();
  await page.getByLabel('Alasan, satu kalimat').fill('Menelepon kembali.');
  await page.getByRole('button', { name: 'Buka sebentar' }).click();
  await page.getByText('NIK saya 3273010101010001').waitFor();
  await look(page, 'perkara-identitas-terbuka');
});
