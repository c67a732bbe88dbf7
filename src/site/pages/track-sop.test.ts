import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHouse } from '../../../test/support/house.ts';
import type { Matter } from '../../../test/support/office.ts';
import { ministry, ministryUnits } from '../../../test/support/office-casts.ts';
import { decoded, readerAtHome } from '../../../test/support/office-pages.ts';
import { ministryPaths } from '../../../test/support/office-paths.ts';
import { instant } from '../../../test/support/office-time.ts';

/** The living SOP as its reporter sees it. Begins on Tuesday 24 November 2026, 08.15 WIB. */
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const office = await ministry(house);
const path = ministryPaths(office);
const citizen = office.citizen();
const reader = readerAtHome(house);
const { verifier, officer, secondVerifier } = office;

/** One line for each item of the list: its state, its number and its title. */
async function steps(matter: Matter): Promise<readonly string[]> {
  const { html } = await reader.opens(`/lacak/${matter.code}`);
  const list = /<ol class="sop".*?>(.*)<\/ol>/s.exec(html)?.[1] ?? '';
  // Tasks and lettered rows are lists of their own, inside.
  const flat = list.replace(/<ul.*?<\/ul>/gs, '');
  return [...flat.matchAll(/<li class="([a-z ]+)".*?>(.*?)<\/li>/gs)].map(([, state = '', item = '']) => {
    const no = /class="no".*?>(.*?)</.exec(item)?.[1] ?? '';
    const heading = /<h3>.*?<\/span>(.*?)<\/h3>|<h3>(.*?)<\/h3>/.exec(item);
    const title = heading?.[1] ?? heading?.[2] ?? item.replace(/<[^>]*>/g, '');
    return decoded([state, no, title].filter((word) => word !== '').join(' ')).replaceAll('\u00a0', ' ');
  });
}

test('Where it stands, what is done, what follows, and the square at the end', async () => {
  assert.deepEqual(await steps(await path.accepted(citizen)), [
    'done cap 1 Anda mengirim laporan',
    'done 2 Diterima dan dicatat',
    'done dec 3 Diperiksa',
    'done dec 4 Ditentukan siapa yang menangani',
    'done 5 Unit menerima',
    'here 6 Sedang ditindaklanjuti',
    'next 7 Tugas dibagikan bila perlu',
    'next 8 Laporan penanganan ditulis',
    'next 9 Hasilnya disampaikan kepada Anda',
    'end Selesai, bila Anda membenarkannya.',
  ]);
});

test('Tasks that still run stay alive while the case is further on', async () => {
  const matter = await path.accepted(citizen);
  const limit = { amount: 2, unit: 'workingDay' } as const;
  const give = (unit: 'jakarta' | 'makassar', task: string) =>
    officer.assigns(matter, { unitId: office.unit(ministryUnits[unit]), task, limit });
  const first = await give('jakarta', 'Periksa data');
  await give('makassar', 'Kunjungi keluarga');
  assert.ok((await steps(matter)).includes('here 7 2 tugas berjalan bersamaan'));
  await office.jakarta.reports(matter, first);
  const now = await steps(matter);
  assert.ok(now.includes('also 7 Satu tugas berjalan'));
  assert.ok(now.includes('here 8 Laporan penanganan sedang ditulis'));
  const { words } = await reader.opens(`/lacak/${matter.code}`);
  assert.match(words, /Sentra Handayani Jakarta Periksa data Sudah melapor/);
});

test('What was passed by is one quiet line; an answer without a unit still waits for its judgement', async () => {
  const matter = await path.verified(citizen);
  await verifier.answers(matter, 'Pendaftaran dibuka pada Januari.');
  await secondVerifier.releases(matter);
  assert.deepEqual((await steps(matter)).slice(3), [
    'done dec 4 Ditentukan siapa yang menangani',
    'skipped Langkah 5 sampai 9 tidak ditempuh.',
    'here cap Menunggu tanggapan Anda',
    'end Selesai, bila Anda membenarkannya.',
  ]);
});

test('Referred: it ends there, and does not count as settled', async () => {
  const matter = await path.filed(citizen);
  await verifier.refers(matter, 'Dinas Sosial', 'Kewenangan daerah.');
  assert.deepEqual((await steps(matter)).slice(2), [
    'done dec 3 Diperiksa',
    'skipped Langkah 4 sampai 9 tidak ditempuh.',
    'end Berakhir di sini, tidak dihitung selesai.',
  ]);
});

test('Merged: the list ends where the other report takes over', async () => {
  const matter = await path.filed(citizen);
  await verifier.merges(matter, await path.accepted(citizen));
  const [last, note] = (await steps(matter)).slice(2);
  assert.equal(last, 'here dec 3 Digabung dengan laporan serupa');
  assert.match(note ?? '', /^skipped Selanjutnya dikerjakan bersama laporan itu/);
});

test('Sealed: no step is shown', async () => {
  const matter = await path.filed(citizen);
  await verifier.seals(matter, 'Menyangkut pejabat.');
  assert.deepEqual(await steps(matter), []);
  const { html } = await reader.opens(`/lacak/${matter.code}`);
  assert.doesNotMatch(html, /data-drawing/);
  assert.equal((await reader.opens(`/lacak/${matter.code}/bagan.svg`)).status, 404);
});

test('Opened again: what was done in the first round is not told as if it were to come', async () => {
  const matter = await path.answered(citizen);
  await office.until('2026-11-25 09:00');
  await citizen.objects(matter, 'Belum cair.');
  const now = await steps(matter);
  assert.ok(now.includes('here 6 Sedang ditindaklanjuti'));
  assert.ok(now.includes('next 8 Laporan penanganan ditulis'));
  const { words } = await reader.opens(`/lacak/${matter.code}`);
  assert.doesNotMatch(words, /Ditutup pimpinan unit, Selasa/);
});

test('The square is solid only for who confirmed; silence is called silence', async () => {
  const confirmed = await path.answered(citizen);
  const silent = await path.answered(citizen);
  await citizen.confirms(confirmed);
  assert.match((await steps(confirmed)).at(-1) ?? '', /^end solid Selesai\. Anda membenarkannya pada Rabu/);
  await office.until('2026-12-14 08:00');
  assert.match((await steps(silent)).at(-1) ?? '', /^end Berakhir pada .*, tidak dihitung selesai\.$/);
  assert.match((await reader.opens(`/lacak/${silent.code}`)).words, /9a Tidak ada tanggapan dari Anda/);
});
