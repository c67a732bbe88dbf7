import assert from 'node:assert/strict';
import { ministry, ministryUnits } from '../support/office-casts.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { instant } from '../support/office-time.ts';
import { look, lookInEnglish, lookInTheDark, openCase, openOffice, sitDown, words } from './console-desk.ts';
import { browserTests } from './open-browser.ts';

/** The case page at the steps that matter, as each role sees it: what is offered is what the server lists. */
const house = await openOffice(instant('2026-11-24 08:15'));
const office = await ministry(house);
const path = ministryPaths(office);
const { withPage } = browserTests(() => house.origin);
const { verifier, liaison, officer, reviewer, head, makassar, fieldWorker } = office;
const twoDays = { amount: 2, unit: 'workingDay' } as const;

const long =
  'Assalamualaikum Pak/Bu Kemensos. Sudah dari Agustus nasi kotak buat Mbah tidak datang lagi, padahal dia tinggal sendiri umur 78 dan sudah tidak kuat masak. Katanya dari desa datanya masih ada.\n\nTetangga gantian kirim makan tapi kami juga tidak tiap hari ke sana. Mbah ada gula sama darah tinggi jadi tidak bisa telat makan. Tolong dicek, jangan sampai nama saya dibilang ke desa ya, nanti tidak enak sama tetangga.';

withPage(
  'Step 3, the verifier: three questions, the words beside them, one primary act',
  {},
  async (page) => {
    const matter = await office
      .citizen()
      .files(long, { areaCode: '33.23', contact: { name: 'Sri', phone: '081234567890' } });
    await sitDown(page, house, verifier);
    await openCase(page, matter);
    assert.equal(await page.locator('.btn.primary').count(), 1);
    assert.equal(await words(page.locator('.btn.primary')), 'Verifikasi dan serahkan Ctrl Enter');
    await look(page, 'perkara-verifikasi');
    await lookInEnglish(page, 'perkara-verifikasi');
    await lookInTheDark(page, 'perkara-verifikasi');
    for (const [choice, name] of [
      ['Tidak, teruskan', 'teruskan'],
      ['Arsipkan', 'arsip'],
      ['Tanya pelapor dulu', 'tanya'],
      ['Gabungkan', 'gabung'],
      ['Segel ke WBS', 'segel'],
    ] as const) {
      await page.getByRole('radio', { name: choice }).check();
      assert.equal(await page.locator('.btn.primary').count(), 1, choice);
      await look(page, `perkara-verifikasi-${name}`);
    }
  },
);

withPage('Steps 4 and 5: dispatched, then accepted or returned by the unit', {}, async (page) => {
  const verified = await path.verified(office.citizen());
  await sitDown(page, house, verifier);
  await openCase(page, verified);
  await look(page, 'perkara-salurkan');
  const sent = await path.sent(office.citizen());
  await sitDown(page, house, liaison);
  await openCase(page, sent);
  assert.match(
    await words(page.locator('.state')),
    /^Diserahkan ke Direktorat Rehabilitasi Sosial Anak, belum diterima\. Langkah 5/,
  );
  await look(page, 'perkara-terima');
  await lookInEnglish(page, 'perkara-terima');
});

withPage(
  'Steps 6 to 8: handled, assigned, reported; the report corrected in sight of everybody',
  {},
  async (page) => {
    const citizen = office.citizen();
    const matter = await citizen.files(long, {
      areaCode: '33.23',
      contact: { name: 'Sri', phone: '081234567890' },
    });
    await verifier.verifies(matter, { areaCode: '33.23', title: 'Nasi kotak lansia terhenti sejak Agustus' });
    await verifier.sendsTo(matter, office.unit(ministryUnits.directorate), [
      office.unit(ministryUnits.ternate),
    ]);
    await liaison.accepts(matter);
    await sitDown(page, house, officer);
    await openCase(page, matter);
    await look(page, 'perkara-tangani');
    const task = await officer.assigns(matter, {
      unitId: office.unit(ministryUnits.makassar),
      task: 'Kunjungi keluarga, pastikan makanan berjalan lagi',
      limit: twoDays,
    });
    const visit = await makassar.assigns(matter, {
      person: fieldWorker,
      under: task,
      task: 'Datang ke rumah Mbah, foto dapur',
      limit: { amount: 1, unit: 'workingDay' },
    });
    await citizen.writes(matter, 'Apa bulan depan masih lanjut Bu? Takutnya cuma sekali ini.');
    await officer.writes(
      matter,
      'Nama Mbah masih terdaftar; petugas Sentra datang paling lambat Kamis.',
      true,
    );
    await officer.notes(matter, 'Pendamping minta surat tugas dulu sebelum ke desa.');
    await openCase(page, matter);
    await look(page, 'perkara-tugas');

    await sitDown(page, house, fieldWorker, `perkara/${matter.id}`);
    assert.equal(await page.getByText('Pendamping minta surat tugas').count(), 0, 'one task, nothing else');
    await look(page, 'perkara-lapangan');
    await fieldWorker.reports(matter, visit, {
      findings: 'Dapur tidak dipakai. Mbah makan dari kiriman tetangga.',
    });
    await makassar.reports(matter, task, {
      findings: 'Permakanan terhenti sejak September karena kelompok penyedia bubar.',
      actions: 'Penyedia baru ditunjuk. Penyaluran akan segera diusulkan kembali.',
    });
    await reviewer.corrects(
      matter,
      {
        findings: 'Permakanan terhenti sejak 1 Agustus 2026 karena kelompok penyedia bubar.',
        actions: 'Penyedia baru ditunjuk. Paket pertama diantar Sabtu 21 November, lalu dua kali sehari.',
      },
      'Berita acara terakhir bertanggal 31 Juli.',
    );
    await sitDown(page, house, reviewer, `perkara/${matter.id}`);
    assert.deepEqual(await page.locator('.report ins').first().allTextContents(), [
      'ditambah: 1 Agustus 2026',
    ]);
    await page.getByRole('button', { name: 'Baca laporannya' }).first().click();
    await look(page, 'perkara-periksa');
    await lookInEnglish(page, 'perkara-periksa');
    await lookInTheDark(page, 'perkara-periksa');
  },
);

withPage('Steps 8b to 9: closed by the head, declared finished, judged by the reporter', {}, async (page) => {
  const citizen = office.citizen();
  const matter = await path.approved(citizen);
  await sitDown(page, house, head, `perkara/${matter.id}`);
  assert.match(await words(page.locator('.state')), /^Laporan penanganan menunggu ditutup pimpinan unit\./);
  await look(page, 'perkara-tutup');
  await head.closesReport(matter);
  await sitDown(page, house, liaison, `perkara/${matter.id}`);
  assert.match(await words(page.locator('.state')), /sudah ditutup; jawaban belum disampaikan/);
  await look(page, 'perkara-selesai');
  await liaison.finishes(matter);
  await openCase(page, matter);
  await look(page, 'perkara-dijawab');
  await citizen.confirms(matter, 4, 'Cepat, terima kasih.');
  await openCase(page, matter);
  await page.getByText('Penilaian pelapor: 4 dari 5.').waitFor();
  await look(page, 'perkara-ditutup');

  const again = await path.answered(citizen);
  await citizen.objects(again, 'Kartu belum sampai ke rumah.');
  await openCase(page, again);
  await look(page, 'perkara-keberatan');
});
