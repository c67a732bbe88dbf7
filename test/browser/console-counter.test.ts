import assert from 'node:assert/strict';
import { ministry } from '../support/office-casts.ts';
import { instant } from '../support/office-time.ts';
import { look, lookInEnglish, openCase, openOffice, settled, sitDown, words } from './console-desk.ts';
import { browserTests } from './open-browser.ts';

/** The counter: a letter is entered with everything that stands on it, kept over a reload, and answered on paper. */
const house = await openOffice(instant('2026-11-24 08:15'));
const office = await ministry(house);
const { withPage } = browserTests(() => house.origin);

withPage(
  'A letter is entered: late, with proxy and scans, kept over a reload, sent once',
  {},
  async (page) => {
    await sitDown(page, house, office.channelOfficer);
    await page.getByRole('radio', { name: 'Surat', exact: true }).check();
    await page.getByLabel('Waktu laporan tiba').fill('2026-11-19T09:00');
    await page.getByLabel('Nomor surat').fill('12/RT04/XI/2026');
    await page.getByLabel('Tanggal surat').fill('2026-11-16');
    await page.getByLabel(/^Apa yang terjadi/).fill('Bantuan anak saya berhenti. Hormat saya, Siti Aminah.');
    await page
      .getByRole('group', { name: 'Pelapor dan cara menghubunginya' })
      .getByLabel('Nama')
      .fill('Siti Aminah');
    await page.getByLabel('Dibalas lewat').selectOption({ label: 'surat ke alamat' });
    await page.getByLabel('Diwakili kuasa').check();
    await page.getByRole('group', { name: 'Kuasa' }).getByLabel('Nama').fill('Daeng Rani');
    await page.getByLabel('Sebagai').fill('anak');
    await page.getByRole('button', { name: 'Tambah pelapor lain' }).click();
    const second = page.getByRole('group', { name: 'Pelapor ke-2' });
    await second.getByLabel('Nama').and(page.locator(':focus')).fill('Sitti Khadijah');
    await page.getByLabel('Pindai surat asli').setInputFiles({
      name: 'surat-siti.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Yth. Menteri Sosial …'),
    });
    await page.getByRole('listitem').filter({ hasText: 'Surat asli' }).waitFor();
    await look(page, 'loket-surat');
    await lookInEnglish(page, 'loket-surat');

    // Refused: the reason for being late and the address are missing. Nothing typed is lost, nor by a reload.
    await page.getByRole('button', { name: 'Catat dan buat kode lacak' }).click();
    await page.getByRole('alert').first().waitFor();
    await page.getByText('tiba lebih dari tiga hari yang lalu.').first().waitFor();
    await look(page, 'loket-ditolak');
    await page.reload();
    await settled(page);
    assert.equal(await page.getByLabel('Nomor surat').inputValue(), '12/RT04/XI/2026');
    assert.equal(await second.getByLabel('Nama').inputValue(), 'Sitti Khadijah');
    await page.getByRole('listitem').filter({ hasText: 'Surat asli' }).waitFor();
    await page.getByLabel('Mengapa baru dicatat sekarang').fill('Tertinggal di bagian umum.');
    await page.getByLabel(/^Alamat/).fill('Jl. Melati 4, Galesong');
    await page.getByRole('button', { name: 'Catat dan buat kode lacak' }).click();
    await page.getByText('Bacakan atau serahkan kode lacak ini').waitFor();
    assert.match(await words(page.locator('.kv')), /Kamis, 19 November 2026/);
    const [paper] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Unduh tanda terima untuk dicetak' }).click(),
    ]);
    assert.match(paper.suggestedFilename(), /^tanda-terima-2611-\d+\.pdf$/);
    await look(page, 'loket-tanda-terima');
  },
);

withPage('The letter of answer waits to be printed, and the case says when it was', {}, async (page) => {
  const [number] = await office.verifier.workList('queue=verification');
  const [{ id = '' } = {}] = (await office.verifier.list('queue=verification')).items;
  await office.verifier.does({ id, number: number ?? '' } as never, 'question', { text: 'Di desa mana?' });
  await house.runJobs();
  await sitDown(page, house, office.verifier, 'surat');
  await page.getByRole('link', { name: number ?? '' }).waitFor();
  await look(page, 'surat');
  await lookInEnglish(page, 'surat');
  const [letter] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Cetak surat' }).click(),
  ]);
  assert.match(letter.suggestedFilename(), /^surat-2611-\d+\.pdf$/);
  await page.getByText('Tidak ada surat yang menunggu dicetak.').waitFor();
  await page.getByRole('radio', { name: 'sudah dicetak' }).check();
  await page.getByRole('button', { name: 'Cetak ulang' }).waitFor();
  await openCase(page, { id });
  await page.getByText(/^Ditanya lewat surat, dicetak/).waitFor();
  await look(page, 'perkara-surat');
});
