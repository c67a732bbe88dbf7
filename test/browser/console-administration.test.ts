import assert from 'node:assert/strict';
import { systemActor } from '../../src/domain/access/actor.ts';
import { addPerson } from '../../src/features/people/index.ts';
import { hashPassword } from '../../src/platform/crypto/password.ts';
import { inTransaction } from '../../src/platform/db/transaction.ts';
import type { Officer } from '../support/office.ts';
import { ministry } from '../support/office-casts.ts';
import { everyonesPassword, officerAtWork } from '../support/office-officer.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { instant } from '../support/office-time.ts';
import { look, lookInEnglish, openOffice, settled, sitDown, words } from './console-desk.ts';
import { browserTests } from './open-browser.ts';

/** Institutions, units, categories, people with their roles: everything data, nothing deleted. */
const house = await openOffice(instant('2026-11-24 08:15'));
const office = await ministry(house);
const path = ministryPaths(office);
const administrator = await office.employ({ name: 'Ani', role: 'system-administrator' });
const { withPage } = browserTests(() => house.origin);

/** As `tuntas user` makes one from the terminal: a system administrator of no institution. */
async function ofTheInstallation(): Promise<Officer> {
  const { clock, database } = house;
  const email = 'induk@uji.test';
  const first = { password: everyonesPassword, hash: await hashPassword(everyonesPassword) };
  const grants = [{ roleId: 'system-administrator', unitId: null, areaCode: null, categoryId: null }];
  const input = { name: 'Induk', email, unitId: null, active: true, grants };
  const added = await inTransaction(database.kysely, (tx) =>
    addPerson(
      { tx, actor: systemActor, now: clock.now(), requestId: 'test', locale: 'id', office: house.office },
      null,
      input,
      first,
    ),
  );
  assert.ok(added.ok);
  const { id } = added.value.person;
  return officerAtWork(house, { id, name: 'Induk', email, role: 'system-administrator', unit: null });
}

withPage('A new institution gets its first unit and its first category', {}, async (page) => {
  // Whoever looks after one institution is not offered others; whoever belongs to none may add one.
  await sitDown(page, house, administrator, 'instansi');
  assert.equal(await page.locator('.rows tbody tr').count(), 1);
  assert.equal(await page.getByRole('button', { name: 'Tambah instansi' }).count(), 0);
  await sitDown(page, house, await ofTheInstallation(), 'instansi');
  await look(page, 'instansi');
  await lookInEnglish(page, 'instansi');
  await page.getByRole('button', { name: 'Tambah instansi' }).click();
  const window = page.getByRole('dialog', { name: 'Tambah instansi' });
  await window.getByLabel('Kode').fill('Dinas Sosial');
  await window.getByLabel('Nama', { exact: true }).fill('Dinas Sosial Kota Contoh');
  await window.getByLabel('Nama pendek').fill('Dinsos');
  await window.getByLabel('SOP', { exact: true }).selectOption({ label: 'Pengelolaan SP4N-LAPOR!' });
  await window.getByRole('button', { name: 'Simpan' }).click();
  await window.getByRole('alert').waitFor();
  assert.equal(await window.getByLabel('Nama pendek').inputValue(), 'Dinsos', 'what was typed stays');
  await look(page, 'instansi-ditolak');
  await window.getByLabel('Kode').fill('dinsos-contoh');
  await window.getByRole('button', { name: 'Simpan' }).click();
  await page.getByText('Dinas Sosial Kota Contoh tersimpan.').waitFor();

  await page.getByRole('link', { name: 'Unit', exact: true }).click();
  await page.getByLabel('Instansi').selectOption({ label: 'Dinas Sosial Kota Contoh' });
  await page.getByText('Belum ada unit.').waitFor();
  await look(page, 'unit-kosong');
  await page.getByRole('button', { name: 'Tambah unit' }).click();
  const unit = page.getByRole('dialog', { name: 'Tambah unit' });
  await unit.getByLabel('Nama', { exact: true }).fill('Bidang Rehabilitasi Sosial');
  await unit.getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('button', { name: 'Bidang Rehabilitasi Sosial' }).waitFor();

  await page.getByRole('link', { name: 'Kategori' }).click();
  await page.getByLabel('Instansi').selectOption({ label: 'Dinas Sosial Kota Contoh' });
  await page.getByText('Belum ada kategori.').waitFor();
  await page.getByRole('button', { name: 'Tambah kategori' }).click();
  const category = page.getByRole('dialog', { name: 'Tambah kategori' });
  await category.getByLabel('Nama, bahasa Indonesia').fill('Lansia telantar');
  await category.getByLabel('Nama, bahasa Inggris').fill('Neglected elderly');
  await category.getByRole('combobox', { name: /^Unit yang biasanya menangani/ }).fill('Bidang');
  await page.getByRole('option', { name: 'Bidang Rehabilitasi Sosial' }).click();
  await look(page, 'kategori-baru');
  await category.getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('button', { name: 'Lansia telantar' }).waitFor();
});

withPage('The tree of units and the categories of the ministry', {}, async (page) => {
  await sitDown(page, house, administrator, 'unit');
  await look(page, 'unit');
  await lookInEnglish(page, 'unit');
  await page.getByRole('button', { name: 'Sentra Wirajaya Makassar' }).click();
  const unit = page.getByRole('dialog', { name: 'Sentra Wirajaya Makassar' });
  await unit.waitFor();
  const area = unit.getByRole('combobox', { name: /^Wilayah/ });
  await area.and(page.locator('[value^="Kota Makassar"]')).waitFor();
  await look(page, 'unit-ubah');
  await page.keyboard.press('Escape');
  await unit.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Kategori' }).click();
  await settled(page);
  await look(page, 'kategori');
  await lookInEnglish(page, 'kategori');
});

withPage('What was entered in a window is not lost by a key, a click or a link', {}, async (page) => {
  await sitDown(page, house, administrator, 'petugas');
  await page.getByRole('link', { name: 'Unit', exact: true }).click();
  await page.getByRole('button', { name: 'Sentra Bahagia Medan' }).click();
  const window = page.getByRole('dialog');
  await window.getByLabel('Nama', { exact: true }).fill('Sentra Bahagia di Medan');
  await page.keyboard.press('Escape');
  await window.getByText('Ada yang belum disimpan.').waitFor();
  await look(page, 'belum-disimpan');
  await window.getByRole('button', { name: 'Lanjut mengisi' }).click();
  await page.goBack();
  await window.getByText('Ada yang belum disimpan.').waitFor();
  assert.equal(await window.getByLabel('Nama', { exact: true }).inputValue(), 'Sentra Bahagia di Medan');
  await window.getByRole('button', { name: 'Lanjut mengisi' }).click();
  await window.getByRole('button', { name: 'Batal' }).click();
  await window.getByRole('button', { name: 'Buang isian' }).click();
  await window.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Sentra Bahagia Medan' }).waitFor();
});

withPage(
  'A person with two roles: the first password is shown once and opens the console',
  {},
  async (page) => {
    await sitDown(page, house, administrator, 'petugas');
    await look(page, 'petugas');
    await lookInEnglish(page, 'petugas');
    await page.getByRole('button', { name: 'Tambah petugas' }).click();
    const window = page.getByRole('dialog', { name: 'Tambah petugas' });
    await window.getByLabel('Nama', { exact: true }).fill('Dewi Lestari');
    await window.getByLabel('Surel').fill('dewi@uji.test');
    for (const [number, role] of [
      ['Peran 1', 'Petugas unit'],
      ['Peran 2', 'Pemeriksa laporan penanganan'],
    ] as const) {
      await window.getByRole('button', { name: 'Tambah peran' }).click();
      const grant = window.getByRole('group', { name: number });
      await grant.getByLabel('Peran', { exact: true }).selectOption({ label: role });
      await grant.getByRole('combobox', { name: /^Di unit/ }).fill('Rehabilitasi Sosial Anak');
      await page.getByRole('option', { name: /Direktorat Rehabilitasi Sosial Anak/ }).click();
    }
    await window.getByLabel('Cara masuk pertama').selectOption({ label: 'Buat kata sandi pertama' });
    await look(page, 'petugas-baru');
    await window.getByRole('button', { name: 'Simpan' }).click();
    const shown = page.getByRole('dialog', { name: 'Kata sandi pertama' });
    await shown.waitFor();
    await look(page, 'petugas-kata-sandi');
    const password = await words(shown.locator('code'));
    await page.keyboard.press('Escape');
    await shown.getByRole('button', { name: 'Sudah dicatat' }).click();
    await page.getByLabel('Cari nama atau surel').fill('dewi');
    await page.getByText('dewi@uji.test').waitFor();
    await page.getByLabel('Cari nama atau surel').fill('tidak ada orangnya');
    await page.getByText('Tidak ada petugas yang cocok.').waitFor();
    await look(page, 'petugas-kosong');

    await page.context().clearCookies();
    await page.goto('/konsol/');
    await page.getByLabel('Surel').fill('dewi@uji.test');
    await page.getByLabel('Kata sandi', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Pekerjaan saya' }).waitFor();
    await page.getByRole('link', { name: 'Perlu diperiksa' }).waitFor();
  },
);

withPage('A locked account is opened, and a new password made after a second question', {}, async (page) => {
  const { email } = office.otherOfficer;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const body = { email, password: `salah ${attempt}` };
    await page.request.post('/api/v1/session', { data: body });
  }
  await sitDown(page, house, administrator, 'petugas');
  const row = page.getByRole('row').filter({ hasText: email });
  await row.getByText(/^terkunci sampai/).waitFor();
  await row.getByRole('button', { name: 'Kata sandi baru' }).click();
  await look(page, 'petugas-terkunci');
  await row.getByRole('button', { name: 'Batal' }).click();
  await row.getByRole('button', { name: 'Buka kunci' }).click();
  await page.getByText('Akun Oki terbuka.').waitFor();
  const opened = await page.request.post('/api/v1/session', { data: { email, password: everyonesPassword } });
  assert.equal(opened.status(), 200);
});

withPage(
  'Who may see and do what stands on three pages: of every role, of a person, of a case',
  {},
  async (page) => {
    await sitDown(page, house, administrator, 'hak-akses');
    assert.doesNotMatch(await words(page.locator('main')), /rights\./, 'every text is there');
    await look(page, 'hak-akses');
    await page.getByLabel('Peran').selectOption({ label: 'SDM Kesos' });
    assert.match(await words(page.locator('.rows').first()), /assignment\.work/);
    assert.doesNotMatch(await words(page.locator('.rows').first()), /case\.read/);
    await lookInEnglish(page, 'hak-akses');

    await sitDown(page, house, administrator, `petugas/${office.officer.id}/hak`);
    assert.match(await words(page.locator('.held')), /Petugas unit .*Direktorat Rehabilitasi Sosial Anak/);
    await look(page, 'hak-petugas');

    const matter = await path.accepted(office.citizen());
    const about = { personId: office.head.id, unitId: null, reason: 'Disebut.' };
    await office.verifier.does(matter, 'conflict', about);
    await sitDown(page, house, office.verifier, `perkara/${matter.id}`);
    await page.getByRole('link', { name: 'Siapa yang dapat melihat dan bertindak' }).click();
    await settled(page);
    assert.match(await words(page.locator('main')), /Hadi.* mengadukan orang ini/);
    await look(page, 'hak-perkara');
    await lookInEnglish(page, 'hak-perkara');
  },
);
