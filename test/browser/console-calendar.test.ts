import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';
import type { Page } from 'playwright-core';
import { addedDay, calendarKeeperAtWork } from '../support/office-calendars.ts';
import { ministry, polytechnic } from '../support/office-casts.ts';
import { instant } from '../support/office-time.ts';
import { look, lookInEnglish, lookInTheDark, openOffice, settled, sitDown, words } from './console-desk.ts';
import { keepPicture } from './look.ts';
import { browserTests } from './open-browser.ts';

/** The calendar as officials keep it: the year, a decree from a file and by hand, two people, what it moves. */
const house = await openOffice(instant('2026-08-03 09:00'));
const office = await ministry(house);
await polytechnic(house);
const sari = await office.employ({ name: 'Sari', role: 'procedure-manager' });
const budi = await office.employ({ name: 'Budi', role: 'procedure-manager', also: ['verifier'] });
const matter = await office.citizen().files('Bantuan belum cair sejak April.');
await office.citizen().files('Kursi roda belum datang.');
await house.runJobs();
const { withPage } = browserTests(() => house.origin);

/** Somebody whom a file could try to make us call. */
let calls = 0;
const lure = createServer((_request, response) => {
  calls += 1;
  response.end();
});
await new Promise<void>((done) => lure.listen(0, '127.0.0.1', done));
after(() => lure.close());
const lureUrl = `http://127.0.0.1:${(lure.address() as AddressInfo).port}/libur.ics`;

async function choose(page: Page, name: string, content: string): Promise<void> {
  await page.getByLabel('CSV atau iCalendar (.ics)').setInputFiles({
    name,
    mimeType: name.endsWith('.ics') ? 'text/calendar' : 'text/csv',
    buffer: Buffer.from(content),
  });
}

async function fillDecree(page: Page, number: string): Promise<void> {
  await page.getByLabel('Nomor keputusan').fill(number);
  await page.getByLabel('Tanggal keputusan').fill('2026-08-01');
  await page.getByLabel('Penanda tangan').fill('Menteri contoh');
  await page.getByLabel('Alasan dimuat').fill('Satu hari cuti bersama ditambahkan.');
}

async function draftsInHouse(): Promise<number> {
  return (await house.database.pool.query('select count(*)::int as n from calendar_revisions')).rows[0].n;
}

withPage('The year as it counts, for everybody; who keeps it may lay in a decree', {}, async (page) => {
  const keeper = calendarKeeperAtWork(sari);
  const second = calendarKeeperAtWork(budi);
  const decreed = await keeper.drafts(
    [
      addedDay('2026-09-14', '32.75'),
      {
        change: 'week',
        unitId: office.unit('Sentra Wirajaya Makassar'),
        weekdays: [1, 2, 3, 4, 5, 6],
        worksOnHolidays: false,
        from: '2026-08-10',
        to: null,
      },
      {
        change: 'hours',
        from: '2026-12-01',
        to: '2026-12-18',
        name: 'Masa contoh',
        mondayToThursday: { opens: '08:00', closes: '15:00' },
        friday: { opens: '08:00', closes: '15:30' },
        deadlinesFallAt: '15:00',
      },
    ],
    { decreeNumber: 'Keputusan contoh 3/2026' },
  );
  await second.applies(decreed.id);
  await house.runJobs();
  await sitDown(page, house, sari, 'kalender');
  await page.getByRole('heading', { name: 'Kalender kerja 2026' }).waitFor();
  await page.getByText('240 hari kerja.').waitFor();
  await page.getByRole('row', { name: /Senin, 17 Agustus 2026/ }).waitFor();
  await page.getByRole('row', { name: /Senin, 14 September 2026 Kota Bekasi/ }).waitFor();
  await page.getByText('Sentra Wirajaya Makassar: Senin–Sabtu').waitFor();
  assert.match(await words(page.getByText('16.00 WITA').locator('..')), /15\.00 WIB$/);
  await look(page, 'kalender');
  await lookInEnglish(page, 'kalender');
  await lookInTheDark(page, 'kalender');
  await page.getByRole('link', { name: '2027', exact: true }).click();
  await page.getByText('Masih sementara').waitFor();
  await page.getByRole('link', { name: '2028', exact: true }).click();
  await page.getByText('Belum ada keputusan untuk 2028.').waitFor();
  await look(page, 'kalender-belum');
  await sitDown(page, house, office.officer, 'kalender');
  await page.getByRole('row', { name: /Senin, 17 Agustus 2026/ }).waitFor();
  assert.equal(await page.getByRole('link', { name: 'Muat keputusan' }).count(), 0);
  assert.equal(await page.getByText('Riwayat keputusan').count(), 0);
});

withPage('What cannot be read is refused by line, and nothing is saved half', {}, async (page) => {
  const before = await draftsInHouse();
  await sitDown(page, house, sari, 'kalender/baru');
  await choose(
    page,
    'salah.csv',
    'tanggal,nama,jenis\n2026-08-18,Cuti,cuti-bersama\n2027-01-02,Lain tahun,cuti-bersama\n2026-08-17,Proklamasi,libur-nasional\n',
  );
  await page.getByText('Tanggal 2027-01-02 bukan tahun 2026.').waitFor();
  const faults = await page.locator('.faults li').allTextContents();
  assert.deepEqual(
    faults.map((text) => text.slice(0, 8)),
    ['Baris 3:', 'Baris 4:'],
  );
  await page.getByText('Belum ada isinya.').waitFor();
  await look(page, 'kalender-ditolak');
  await lookInEnglish(page, 'kalender-muat');
  await settled(page);

  await choose(
    page,
    'libur.ics',
    [
      'BEGIN:VCALENDAR',
      `SOURCE:${lureUrl}`,
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20260818',
      'SUMMARY:Cuti bersama',
      'CATEGORIES:cuti-bersama',
      `URL:${lureUrl}`,
      `ATTACH:${lureUrl}`,
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n'),
  );
  await page.getByText('libur.ics: 1 hari terbaca.').waitFor();
  assert.equal(await page.getByText('Alamat di dalam berkas tidak pernah dibuka.').count(), 3);
  assert.equal(calls, 0, 'nobody called the address');

  for (const [from, to] of [
    ['2026-10-01', '2026-10-20'],
    ['2026-10-15', '2026-11-01'],
  ] as const) {
    await page.getByRole('button', { name: 'Jam kantor suatu masa' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Mulai').fill(from);
    await dialog.getByLabel('Sampai').fill(to);
    if (from === '2026-10-01') await look(page, 'kalender-jam');
    await dialog.getByRole('button', { name: 'Tambahkan' }).click();
    await dialog.waitFor({ state: 'detached' });
  }
  await fillDecree(page, 'Keputusan contoh 9/2026');
  await page.getByRole('button', { name: 'Simpan sebagai rancangan' }).click();
  await page.getByText('Masa yang mulai 2026-10-15 bertumpang tindih dengan baris 2.').waitFor();
  assert.equal(await page.locator('tr.at-fault').count(), 1);
  assert.equal(await page.getByLabel('Nomor keputusan').inputValue(), 'Keputusan contoh 9/2026');
  await look(page, 'kalender-tumpang-tindih');
  assert.equal(await draftsInHouse(), before);
  await page.getByRole('button', { name: 'Batal', exact: true }).click();
  await page.getByText('Ada yang belum disimpan.').waitFor();
  await page.getByRole('button', { name: 'Buang isian' }).click();
  await page.getByRole('heading', { name: 'Kalender kerja 2026' }).waitFor();
});

withPage(
  'One person writes, another sends back or applies, and every promise is seen to move',
  {},
  async (page) => {
    await sitDown(page, house, sari, 'kalender/baru');
    await fillDecree(page, 'Keputusan contoh 12/2026');
    await choose(page, 'perubahan.csv', 'tanggal;nama;jenis\n2026-08-18;Cuti bersama;cuti-bersama\n');
    await page.getByText('perubahan.csv: 1 hari terbaca.').waitFor();
    await page.getByRole('button', { name: 'Cabut hari libur' }).click();
    await page.getByRole('dialog').getByLabel('Hari di kalender yang berlaku').selectOption({ index: 3 });
    await look(page, 'kalender-cabut');
    await page.getByRole('dialog').getByRole('button', { name: 'Tambahkan' }).click();
    await page.getByRole('button', { name: /^Hapus baris 1/ }).click();
    await page.getByRole('button', { name: 'Tambah hari libur' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tanggal').fill('2026-08-19');
    await dialog.getByLabel('Nama').fill('Hari jadi kota');
    await dialog.getByRole('combobox', { name: /^Wilayah/ }).fill('makassar');
    await page.getByRole('option', { name: /^Kota Makassar/ }).waitFor();
    await keepPicture(page, 'konsol-kalender-wilayah');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    assert.equal(await dialog.getByLabel('Jenis').inputValue(), 'libur-daerah');
    await dialog.getByRole('button', { name: 'Tambahkan' }).click();
    await page.getByRole('button', { name: 'Simpan sebagai rancangan' }).click();
    await page.getByText('Rancangan tersimpan.').waitFor();
    await page
      .getByRole('row', { name: /kelas|Pengaduan selesai ditangani/ })
      .first()
      .waitFor();
    assert.equal(
      await page.getByRole('button', { name: 'Terapkan' }).count(),
      0,
      'an author applies nothing',
    );
    assert.equal(await page.getByRole('link', { name: matter.number }).count(), 0, 'Sari reads no cases');
    await page.getByText(matter.number).first().waitFor();
    await look(page, 'kalender-rancangan');
    await page.getByRole('button', { name: 'Serahkan' }).click();
    await page.getByLabel('Pesan kepada pemeriksa').fill('Mohon dicocokkan dengan lampirannya.');
    await look(page, 'kalender-serah');
    await page.getByRole('dialog').getByRole('button', { name: 'Serahkan' }).click();
    await page.getByText('Sudah diserahkan.').waitFor();

    await sitDown(page, house, budi, 'kalender');
    await page.getByText('menunggu Anda periksa').waitFor();
    await look(page, 'kalender-menunggu');
    await page.getByRole('link', { name: 'Keputusan contoh 12/2026' }).click();
    await page.getByText('Mohon dicocokkan dengan lampirannya.').waitFor();
    const link = page.getByRole('link', { name: matter.number }).first();
    assert.match((await link.getAttribute('href')) ?? '', new RegExp(matter.id));
    await look(page, 'kalender-periksa');
    await lookInEnglish(page, 'kalender-periksa');
    await page.getByRole('button', { name: 'Kembalikan' }).click();
    await page.getByLabel('Alasannya').fill('Nama harinya belum lengkap.');
    await page.getByRole('dialog').getByRole('button', { name: 'Kembalikan' }).click();
    await page.getByText('dikembalikan kepada penulisnya', { exact: true }).waitFor();

    await sitDown(page, house, sari, 'kalender');
    await page.getByRole('link', { name: 'Keputusan contoh 12/2026' }).click();
    await page.getByText('Nama harinya belum lengkap.').waitFor();
    await page.getByRole('button', { name: 'Ubah', exact: true }).click();
    await page.getByRole('button', { name: /^Ubah baris 1/ }).click();
    await page.getByRole('dialog').getByLabel('Nama').fill('Cuti bersama Proklamasi');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Lanjut mengisi' }).click();
    await page.getByRole('button', { name: 'Ubah baris', exact: true }).click();
    await page.getByRole('button', { name: 'Batal', exact: true }).click();
    await page.getByText('Ada yang belum disimpan.').waitFor();
    await page.getByRole('button', { name: 'Lanjut mengisi' }).click();
    await page.getByRole('button', { name: 'Simpan sebagai rancangan' }).click();
    await page.getByText('Rancangan tersimpan.').waitFor();
    await page.getByRole('button', { name: 'Serahkan' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Serahkan' }).click();
    await page.getByText('Sudah diserahkan.').waitFor();

    await sitDown(page, house, budi, 'kalender');
    await page.getByRole('link', { name: 'Keputusan contoh 12/2026' }).click();
    await page.getByRole('button', { name: 'Terapkan' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ya, terapkan' }).click();
    await page.getByText('Sudah berlaku.').waitFor();
    await house.runJobs();
    await page.getByText('Semua tenggat terbuka sudah dihitung ulang; 2 perkara bergeser.').waitFor();
    assert.equal(await page.locator('.row-acts button').count(), 0, 'what was applied is a fact');
    await look(page, 'kalender-berlaku');
    await page.getByRole('link', { name: 'Kalender kerja' }).first().click();
    await page
      .getByRole('row', {
        name: /18 Agustus 2026 Cuti bersama Proklamasi menurut Keputusan contoh 12\/2026/,
      })
      .waitFor();
    await page.getByText('Riwayat keputusan').click();
    await page.getByText('Ditulis Sari, diterapkan Budi; 2 perkara bergeser.').waitFor();
    await look(page, 'kalender-riwayat');
  },
);
