import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { ministry } from '../support/office-casts.ts';
import { keeperAtWork } from '../support/office-procedures.ts';
import { instant } from '../support/office-time.ts';
import {
  look,
  lookInEnglish,
  lookInTheDark,
  openOffice,
  reload,
  settled,
  sitDown,
  words,
} from './console-desk.ts';
import { beside, openDraft, openPart, openRow, saved } from './draft-desk.ts';
import { browserTests } from './open-browser.ts';

/** An office writes the next version of its SOP, has it examined and released, and works by it from then on. */
const id = 'kemensos/pengelolaan-sp4n-lapor';
const house = await openOffice(instant('2026-11-24 08:15'));
const office = await ministry(house);
const citizen = office.citizen();
const sari = keeperAtWork(await office.employ({ name: 'Sari', role: 'procedure-manager' }));
const budi = keeperAtWork(await office.employ({ name: 'Budi', role: 'procedure-manager' }));
const { withPage } = browserTests(() => house.origin);
const fromFirst = {
  procedureId: id,
  reason: 'Penutupan laporan diberi waktu',
  basedOn: { procedureId: id, version: 1 },
};

withPage(
  'A new version is drafted, checked while it is written, simulated, compared, released by a second person, and taken by new cases',
  {},
  async (page) => {
    const old = await citizen.files('Bantuan saya belum cair sejak Agustus.');
    await sitDown(page, house, sari.officer, 'sop');
    await page.getByText('Belum ada rancangan yang terbuka.').waitFor();
    await look(page, 'sop-daftar');
    await page.getByRole('button', { name: 'Susun versi baru' }).click();
    await page.getByLabel('Alasan perubahan').fill('Penutupan laporan diberi waktu');
    await look(page, 'sop-mulai');
    await page.getByRole('button', { name: 'Mulai rancangan' }).click();
    await page.getByRole('heading', { name: 'Pengelolaan SP4N-LAPOR!' }).waitFor();
    await settled(page);
    await look(page, 'sop-naskah');
    await lookInEnglish(page, 'sop-naskah');
    await lookInTheDark(page, 'sop-naskah');

    // A row is written: the linter and the drawing follow while the keyboard stays where it is.
    await openRow(page, '8b');
    const activity = page.getByLabel('Uraian kegiatan');
    assert.equal(await activity.inputValue(), 'Pimpinan Unit/Satuan Kerja Penanggung Jawab menutup laporan.');
    await activity.fill('');
    await beside(page).getByText('Uraian kegiatan masih kosong.').waitFor();
    await activity.fill('Pimpinan unit menutup laporan yang sudah diperiksa.');
    await page.getByLabel('Waktu', { exact: true }).fill('1');
    await saved(page);
    await beside(page).getByText('Uraian kegiatan masih kosong.').waitFor({ state: 'detached' });
    await beside(page).locator('svg').getByText('1 HK').first().waitFor();
    await look(page, 'sop-langkah');
    await lookInEnglish(page, 'sop-langkah');

    // A row is added by keyboard, moved, and taken back.
    await reload(page);
    await openRow(page, '8b');
    await page.getByLabel('Waktu', { exact: true }).press('Control+Enter');
    await page.getByRole('heading', { name: 'Langkah 8c' }).waitFor();
    await page.keyboard.type('Mengirim salinan laporan kepada Pusat Kendali.');
    await page.getByRole('checkbox', { name: 'Verifikator' }).first().check();
    await page.getByLabel('Tindakan').selectOption({ label: 'Menindaklanjuti' });
    await saved(page);
    await page.getByLabel('Uraian kegiatan').press('Alt+ArrowUp');
    await page.getByText('Langkah 8c sekarang baris 13 dari 16.').waitFor();
    assert.match(String(await page.evaluate('document.activeElement.value')), /^Mengirim salinan/);
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByRole('button', { name: 'Hapus langkah' }).click();
    await page.getByText('Langkah 8c dihapus. Yang tadinya menuju ke sana').waitFor();
    await look(page, 'sop-urungkan');
    await page.getByRole('button', { name: 'Urungkan' }).click();
    await saved(page);
    await page.getByRole('button', { name: 'Tulis langkah 8c' }).waitFor();

    // A finding leads to its row.
    await openRow(page, '9');
    await page.getByLabel('Sesudah itu').selectOption('');
    await openPart(page, 'Temuan');
    await page.getByText('Langkah “9” tidak menyebut langkah berikutnya.').waitFor();
    await look(page, 'sop-temuan');
    await lookInEnglish(page, 'sop-temuan');
    await page.getByRole('button', { name: 'Langkah 9', exact: true }).first().click();
    await page.getByRole('heading', { name: 'Langkah 9', exact: true }).waitFor();
    await page.getByLabel('Sesudah itu').selectOption('9a');
    await saved(page);

    await openPart(page, 'Simulasi');
    await page.getByText('Pengaturan lain').click();
    await page.getByLabel('Hari kerja yang diukur').fill('5');
    await page.getByRole('button', { name: 'Simulasikan' }).click();
    await page.getByRole('heading', { name: 'Di mana kewalahan' }).waitFor({ timeout: 60_000 });

    await openPart(page, 'Perbandingan');
    await page.getByText('Dibandingkan dengan versi 1: 1 langkah baru, 1 langkah diubah.').waitFor();
    const changed = page.getByRole('table', { name: 'Langkah 8b' });
    assert.match(await words(changed.getByRole('row', { name: /^Waktu/ })), /\(kosong\) ?1 hari kerja/);
    await page.getByText('Langkah 8c baru.').waitFor({ state: 'attached' });
    await look(page, 'sop-perbandingan');
    await lookInEnglish(page, 'sop-perbandingan');

    await openPart(page, 'Rilis');
    await page.getByText('Anda ikut menulis rancangan ini. Yang merilis harus orang lain').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Rilis versi ini' }).count(), 0);
    await look(page, 'sop-rilis-penulis');
    const address = new URL(page.url());

    await releaseElsewhere(page, `${address.pathname}${address.search}`);

    const fresh = await citizen.files('Kartu saya tertelan mesin.');
    assert.deepEqual(await versionsOf(old, fresh), [1, 2], 'open cases stay, new ones take the new version');
    await reload(page);
    await page.getByText('Dirilis sebagai versi 2 oleh Budi').waitFor();
    await look(page, 'sop-dirilis');
    await lookInEnglish(page, 'sop-dirilis');
  },
);

/** The colleague sits at another desk, with the address that Sari sent. */
async function releaseElsewhere(page: Page, address: string): Promise<void> {
  const context = await page
    .context()
    .browser()
    ?.newContext({
      baseURL: house.origin,
      viewport: { width: 1280, height: 900 },
      locale: 'id-ID',
      timezoneId: 'Asia/Jakarta',
      reducedMotion: 'reduce',
    });
  assert.ok(context);
  const desk = await context.newPage();
  await sitDown(desk, house, budi.officer, address.replace('/konsol/', ''));
  await desk.getByText('1 langkah baru, 1 langkah diubah').waitFor();
  const release = desk.getByRole('button', { name: 'Rilis versi ini' });
  await release.click();
  await desk.getByRole('alert').waitFor();
  await look(desk, 'sop-rilis-kosong');
  await desk.getByLabel('Nomor SK').fill('17/SJ/HK.01/11/2026');
  await desk.getByLabel('Tanggal SK').fill('2026-12-23');
  await desk.getByLabel('Disahkan oleh').fill('Sekretaris Jenderal');
  await release.click();
  await desk.getByText('Tanggal ini belum terjadi.').waitFor();
  assert.equal(await desk.getByLabel('Nomor SK').inputValue(), '17/SJ/HK.01/11/2026');
  await look(desk, 'sop-rilis-ditolak');
  await lookInEnglish(desk, 'sop-rilis');
  await desk.getByLabel('Nomor SK').fill('17/SJ/HK.01/11/2026');
  await desk.getByLabel('Tanggal SK').fill('2026-11-23');
  await desk.getByLabel('Disahkan oleh').fill('Sekretaris Jenderal');
  await desk.getByLabel('Catatan rilis').fill('Berlaku sejak dirilis.');
  await desk.getByRole('button', { name: 'Rilis versi ini' }).click();
  await desk.getByText('Versi 2 dirilis. Perkara baru mengikutinya mulai sekarang.').waitFor();
  await desk
    .getByText('Perkara yang sudah terbuka tetap mengikuti versi saat dibuka, sampai selesai.')
    .waitFor();
  await desk.getByRole('link', { name: 'Baca SOP versi 2' }).click();
  await desk.getByText('Pimpinan unit menutup laporan yang sudah diperiksa.').first().waitFor();
  await context.close();
}

async function versionsOf(...matters: readonly { readonly id: string }[]): Promise<readonly number[]> {
  const { rows } = await house.database.pool.query<{ id: string; version: number }>(
    'select id, procedure_version as version from cases where id = any($1)',
    [matters.map((matter) => matter.id)],
  );
  return matters.map((matter) => rows.find((row) => row.id === matter.id)?.version ?? 0);
}

withPage('Two who write at once see both texts, and one of them chooses', {}, async (page) => {
  const draft = await sari.starts(fromFirst);
  await openDraft(page, house, sari, draft.id);
  await openRow(page, '3');
  await budi.changes(draft.id, (document) => ({ ...document, title: 'Pengelolaan pengaduan' }));
  await page.getByLabel('Uraian kegiatan').fill('Memeriksa laporan yang masuk.');
  await page.getByRole('heading', { name: 'Rekan Anda menyimpan perubahan lain' }).waitFor();
  await page
    .getByRole('row', { name: /^Nama SOP/ })
    .getByText('Pengelolaan pengaduan')
    .waitFor();
  await page.getByText('Memeriksa laporan yang masuk.').waitFor();
  await look(page, 'sop-dua-naskah');
  await lookInEnglish(page, 'sop-dua-naskah');
  // Over a reload both texts are there still.
  await reload(page);
  await page.getByRole('button', { name: 'Simpan punya saya' }).click();
  await saved(page);
  const mine = (await budi.draft(draft.id)).document;
  assert.equal(mine.title, 'Pengelolaan SP4N-LAPOR!');
  assert.equal(mine.steps[2]?.activity, 'Memeriksa laporan yang masuk.');

  await budi.changes(draft.id, (document) => ({ ...document, title: 'Pengelolaan pengaduan' }));
  await openRow(page, '3');
  await page.getByLabel('Uraian kegiatan').fill('Ditulis lagi.');
  await page.getByRole('button', { name: 'Ambil versi Budi' }).click();
  await page.getByRole('heading', { name: 'Pengelolaan pengaduan', level: 1 }).waitFor();
  assert.equal((await budi.draft(draft.id)).document.title, 'Pengelolaan pengaduan');
});

withPage(
  'Without a connection the words stay, also over a reload; trying again writes over nobody',
  {},
  async (page) => {
    const draft = await sari.starts(fromFirst);
    page.on('dialog', (dialog) => void dialog.accept());
    await openDraft(page, house, sari, draft.id);
    await openRow(page, '3');
    await page.context().setOffline(true);
    await page.getByLabel('Uraian kegiatan').fill('Memeriksa laporan yang masuk.');
    await page.getByText('Tulisan Anda tetap ada di sini').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Simpan punya saya' }).count(), 0);
    await look(page, 'sop-tanpa-sambungan');
    await page.getByRole('button', { name: 'Coba simpan lagi' }).click();
    await page.getByText('Server tidak terjangkau.').waitFor();
    assert.equal((await budi.draft(draft.id)).revision, 1);

    // Somebody else saves meanwhile: trying again shows both and writes over neither.
    await budi.changes(draft.id, (document) => ({ ...document, title: 'Pengelolaan pengaduan' }));
    await page.context().setOffline(false);
    await page.getByRole('heading', { name: 'Rekan Anda menyimpan perubahan lain' }).waitFor();
    assert.equal((await budi.draft(draft.id)).document.title, 'Pengelolaan pengaduan');
    await page.reload();
    await page.getByRole('heading', { name: 'Rekan Anda menyimpan perubahan lain' }).waitFor();
    await page.getByText('Memeriksa laporan yang masuk.').waitFor();
    await page.getByRole('button', { name: 'Simpan punya saya' }).click();
    await saved(page);
    assert.equal((await budi.draft(draft.id)).document.steps[2]?.activity, 'Memeriksa laporan yang masuk.');
  },
);

withPage(
  'Identity, actors, a file that is refused by line, and a draft that is given up',
  {},
  async (page) => {
    const draft = await sari.starts(fromFirst);
    await openDraft(page, house, sari, draft.id, 'pelaksana');
    await page.getByRole('button', { name: 'Hapus: SDM Kesos' }).click();
    await page.getByText('SDM Kesos dipakai pada langkah 7, 7a, 8.').waitFor();
    await look(page, 'sop-pelaksana');
    await lookInEnglish(page, 'sop-pelaksana');
    await reload(page);
    await page.getByRole('button', { name: 'Hapus: SDM Kesos' }).click();
    await page.getByRole('button', { name: 'Hapus dari semuanya' }).click();
    await page.getByRole('button', { name: 'Tambah pelaksana' }).click();
    await page.keyboard.type('Pendamping');
    await saved(page);
    const { actors, steps } = (await sari.draft(draft.id)).document;
    assert.equal(actors.at(-1)?.title, 'Pendamping');
    assert.equal(JSON.stringify(steps).includes('field-worker'), false);

    await openPart(page, 'Identitas');
    await page.getByLabel('Nama SOP').fill('Pengelolaan pengaduan');
    await page.getByLabel('Dasar hukum').fill('UU 25 Tahun 2009\nUU 14 Tahun 2008');
    await page.getByLabel('Janji waktu keseluruhan').fill('');
    await saved(page);
    const { title, legalBasis, overallLimit } = (await sari.draft(draft.id)).document;
    assert.deepEqual(
      [title, legalBasis, overallLimit],
      ['Pengelolaan pengaduan', ['UU 25 Tahun 2009', 'UU 14 Tahun 2008'], null],
    );
    await look(page, 'sop-identitas');
    await lookInEnglish(page, 'sop-identitas');
    await openPart(page, 'Bagan alir');
    await page.locator('.sheet svg').first().waitFor();
    await look(page, 'sop-bagan');

    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Unduh YAML' }).click();
    assert.equal((await download).suggestedFilename(), 'kemensos-pengelolaan-sp4n-lapor-rancangan.yaml');

    await page.getByRole('button', { name: 'Batalkan rancangan' }).click();
    await look(page, 'sop-batalkan');
    await page.getByRole('button', { name: 'Ya, batalkan' }).click();
    await page.getByText('Dibatalkan oleh Sari').waitFor();
    assert.equal((await sari.draft(draft.id)).state, 'discarded');
    await look(page, 'sop-dibatalkan');

    await page.getByRole('link', { name: 'Prosedur (SOP)' }).last().click();
    await page.getByRole('button', { name: 'Susun versi baru' }).click();
    await page.getByLabel('Berkas YAML').check();
    const buffer = Buffer.from('title: SOP\nfee: *biaya\n');
    await page
      .getByLabel('Berkas', { exact: true })
      .setInputFiles({ name: 'v2.yaml', mimeType: 'text/yaml', buffer });
    await page.getByLabel('Alasan perubahan').fill('Dari berkas');
    const before = (await sari.lists('?limit=100')).items.length;
    await page.getByRole('button', { name: 'Mulai rancangan' }).click();
    await page.locator('.faults').getByText('Baris 2:').waitFor();
    await look(page, 'sop-berkas-ditolak');
    assert.equal((await sari.lists('?limit=100')).items.length, before, 'nothing is saved half');
  },
);
