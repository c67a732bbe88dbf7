import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { openMailer } from '../../src/platform/mail/mailer.ts';
import { testHouse } from '../support/house.ts';
import { openMailServer } from '../support/mail-server.ts';
import { openWorkplace } from '../support/office.ts';
import { addedDay, calendarKeeperAtWork } from '../support/office-calendars.ts';
import { classification } from '../support/office-officer.ts';
import { instant } from '../support/office-time.ts';
import { insiderAtHome, inspectorAtWork } from '../support/sealed-door.ts';

/** A whistle-blower's matter, from the form to its end, with nobody knowing who and few knowing that. */
const post = await openMailServer();
const mailer = openMailer(post.url, 'Tuntas <tidak-dibalas@tuntas.test>');
const house = await testHouse({ now: instant('2026-11-23 09:00'), mailer });
const workplace = await openWorkplace(house, 'kemensos');
const hire = async (name: string, role: string) =>
  inspectorAtWork(await workplace.employ({ name, role, unit: null }));
const verifier = await hire('Wira Kusuma', 'wbs-verifier');
const second = await hire('Sinta Dewi', 'wbs-verifier');
const researcher = await hire('Teguh Laksana', 'wbs-researcher');
const examiner = await hire('Dra. Endah Puspita, M.H.', 'wbs-examiner');
const head = await hire('Bonar Siregar', 'inspectorate');
const insider = insiderAtHome(house, '203.0.113.77');
const story = 'Kepala bagian meminta setoran dari setiap vendor, tiap akhir bulan.';
const checked = { ...classification, title: 'Setoran vendor', note: '' };

const idOf = async (code: string) => {
  const page = await insider.looks(code);
  const known = await verifier.list();
  const matches = [];
  for (const { id } of known)
    if (page.words.includes((await verifier.sees(id)).text.replace(/ +/g, ' '))) matches.push(id);
  return matches.at(-1) ?? '';
};

test('from the form to the end: checked, asked, researched, examined, concluded, accepted', async () => {
  const code = await insider.reports('kemensos', story);
  const id = await idOf(code);
  assert.equal((await head.sees(id)).status, 'verifying', 'the head of the inspectorate reads');
  assert.equal(await head.isRefused(id, 'verification', checked), 'not-authorized', 'and does not act');
  assert.equal((await verifier.list())[0]?.myTurn, true);
  assert.equal((await researcher.list())[0]?.myTurn, false);

  await verifier.does(id, 'question', { text: 'Sejak kapan?' });
  assert.match((await insider.looks(code)).words, /bertanya kepada Anda.*Sejak kapan\?/s);
  const answered = await insider.says(code, 'lengkapi', 'Sejak Maret.');
  assert.match(answered.words, /Jawaban Anda sudah sampai/);
  const clocks = (await verifier.sees(id)).clocks;
  const first = clocks.find(({ rule }) => rule === 'sealed-report-first-check');
  assert.equal(first?.due, instant('2026-12-07 16:00'), 'looked at within fourteen days');
  assert.equal(first?.outcome, 'met', 'which asking is');
  assert.ok(!clocks.some(({ rule }) => rule.startsWith('class-') || rule === 'verification'));

  await verifier.does(id, 'verification', checked);
  assert.equal(await examiner.isRefused(id, 'examination', { findings: 'Ada.' }), 'not-this-step');
  assert.equal(
    await verifier.isRefused(id, 'research', { findings: 'Ada.', proceed: true }),
    'not-authorized',
  );
  await researcher.does(id, 'research', { findings: 'Tiga vendor menyebut angka yang sama.', proceed: true });
  await examiner.does(id, 'examination', { findings: 'Rekeningnya cocok.' });
  assert.match(
    (await insider.says(code, 'pesan', 'Masih terjadi bulan ini.')).words,
    /Pesan Anda sudah sampai/,
  );
  await verifier.does(id, 'message', { text: 'Terima kasih, kami catat.', substantive: true });
  await verifier.does(id, 'conclusion', {
    outcome: 'proven',
    answer: 'Setoran itu terbukti dan dihentikan.',
  });

  const told = await insider.looks(code);
  assert.match(told.words, /Hasilnya sudah ada.*Terbukti.*Setoran itu terbukti.*Terima kasih, kami catat/s);
  assert.doesNotMatch(told.words, /Wira|Teguh|Endah|Tiga vendor|Rekeningnya/, 'no person, no finding');
  assert.match((await insider.says(code, 'terima', '')).words, /Laporan ini ditutup/);
  const end = await head.sees(id);
  assert.deepEqual([end.status, end.closure?.kind, end.inquiry?.outcome], ['closed', 'confirmed', 'proven']);
  assert.deepEqual(
    end.steps.filter(({ startedAt }) => startedAt !== null).map(({ no }) => no),
    ['1', '2', '3', '4', '5', '6', '7', '8'],
  );
});

test('an objection: researched anew, and concluded by another than before', async () => {
  const code = await insider.reports('kemensos', 'Mobil dinas dipakai mudik setiap tahun.');
  const id = await idOf(code);
  await verifier.does(id, 'verification', checked);
  await researcher.does(id, 'research', { findings: 'Tidak ada catatan.', proceed: false });
  await verifier.does(id, 'conclusion', { outcome: 'not-proven', answer: 'Tidak ditemukan bukti.' });
  await insider.says(code, 'keberatan', 'Catatannya ada di pos jaga.');
  assert.match((await insider.looks(code)).words, /dibuka kembali/);
  await researcher.does(id, 'research', { findings: 'Catatan pos jaga ada.', proceed: false });
  const again = { outcome: 'proven', answer: 'Terbukti menurut catatan pos jaga.' } as const;
  assert.equal(await verifier.isRefused(id, 'conclusion', again), 'same-person');
  await second.does(id, 'conclusion', again);
});

test('who both researches and examines is refused; what is not ours goes to the KPK', async () => {
  const both = inspectorAtWork(
    await workplace.employ({ name: 'Dua Peran', role: 'wbs-researcher', also: ['wbs-examiner'], unit: null }),
  );
  const code = await insider.reports('kemensos', 'Lelang diatur untuk satu perusahaan.');
  const id = await idOf(code);
  await verifier.does(id, 'verification', checked);
  await both.does(id, 'research', { findings: 'Spesifikasinya disalin.', proceed: true });
  assert.equal(await both.isRefused(id, 'examination', { findings: 'Sama.' }), 'same-person');

  const outside = await insider.reports('kemensos', 'Seorang pejabat tinggi menerima apartemen.');
  const other = await idOf(outside);
  await verifier.does(other, 'referral', { body: 'KPK', reason: 'Penyelenggara negara.' });
  assert.match((await insider.looks(outside)).words, /Diteruskan kepada KPK/);
});

test('whoever is named does not see it, also in the inspectorate', async () => {
  const code = await insider.reports('kemensos', 'Pemeriksa itu sendiri, ENDAH  PUSPITA, menerima amplop.');
  const id = await idOf(code);
  const gone = await examiner.officer.ask({ path: `/sealed-cases/${id}` });
  const never = await examiner.officer.ask({ path: '/sealed-cases/01890000-0000-7000-8000-000000000000' });
  const alike = ({ text }: { text: string }) => text.replace(/"requestId":"[^"]*"/, '');
  assert.deepEqual([gone.status, alike(gone)], [404, alike(never)], 'answered like one that does not exist');
  assert.ok(!(await examiner.list()).some((item) => item.id === id));
  assert.equal(await examiner.isRefused(id, 'note', { text: 'Halo' }), 'not-found');
  // Named later, in the talk.
  await insider.says(code, 'pesan', 'Sinta Dewi tahu semuanya.');
  assert.ok(!(await second.list()).some((item) => item.id === id));
  assert.ok((await verifier.list()).some((item) => item.id === id));
});

test('who knows whom it is about keeps them out by hand, also themselves; somebody has to be left', async () => {
  const code = await insider.reports('kemensos', 'Kakak ipar seorang penelaah memenangkan lelang.');
  const id = await idOf(code);
  const ofThem = (personId: string) => ({
    personId,
    unitId: null,
    reason: 'Iparnya memenangkan lelang itu.',
  });
  const found = await verifier.officer.ask<readonly { personId: string; name: string }[]>({
    path: `/sealed-cases/${id}/people?q=teguh`,
  });
  assert.deepEqual(
    found.body.map(({ name }) => name),
    ['Teguh Laksana'],
    'of the inspectorate alone',
  );
  await verifier.does(id, 'conflict', ofThem(researcher.officer.id));
  assert.equal((await researcher.officer.ask({ path: `/sealed-cases/${id}` })).status, 404);
  assert.ok(!(await researcher.list()).some((one) => one.id === id));
  assert.equal(await researcher.isRefused(id, 'note', { text: 'x' }), 'not-found');
  const nobody = '01890000-0000-7000-8000-000000000000';
  assert.equal(await verifier.isRefused(id, 'conflict', ofThem(nobody)), 'invalid-input');

  const [entry] = (await verifier.sees(id)).conflicts;
  assert.deepEqual([entry?.person?.name, entry?.source], ['Teguh Laksana', 'officer']);
  await second.does(id, 'conflict-lifting', { conflictId: entry?.id ?? '', reason: 'Bukan iparnya.' });
  assert.equal((await researcher.sees(id)).status, 'verifying');

  await second.does(id, 'conflict', ofThem(second.officer.id));
  assert.equal(await second.isRefused(id, 'note', { text: 'x' }), 'not-found', 'kept out by their own hand');
  const others = (
    await verifier.officer.ask<readonly { personId: string }[]>({ path: `/sealed-cases/${id}/people?q=` })
  ).body
    .map(({ personId }) => personId)
    .filter((one) => one !== verifier.officer.id && one !== second.officer.id);
  for (const one of others) await verifier.does(id, 'conflict', ofThem(one));
  assert.equal(await verifier.isRefused(id, 'conflict', ofThem(verifier.officer.id)), 'nobody-left');
});

test('files are stripped of what they tell, and refused where that cannot be done', async () => {
  const picture = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#36c' } })
    .withExif({
      IFD0: { Artist: 'Suryani Rahayu', Copyright: 'Bagian Keuangan' },
      IFD3: { GPSLatitudeRef: 'S' },
    })
    .jpeg()
    .toBuffer();
  assert.ok(picture.includes('Suryani Rahayu'));
  const file = { field: 'files', name: 'Suryani-IMG_2044.jpg', content: picture };
  const code = await insider.reports('kemensos', 'Nota palsu, ada fotonya.', [file]);
  const id = await idOf(code);
  const [kept] = (await verifier.sees(id)).attachments;
  assert.equal(kept?.name, 'bukti-1.jpg', 'not even the name of the file');
  const path = `/sealed-cases/${id}/attachments/${kept?.id}`;
  const got = await verifier.officer.ask({ path });
  assert.equal(got.headers['cache-control'], 'no-store');
  assert.ok(!got.raw.includes('Suryani') && !got.raw.includes('Keuangan'));
  assert.equal((await sharp(got.raw).metadata()).exif, undefined);
  assert.ok(
    !(await house.office.files.get(kept?.id ?? '')).subarray(0, 3).equals(picture.subarray(0, 3)),
    'sealed',
  );

  const pdf = {
    field: 'files',
    name: 'nota.pdf',
    content: Buffer.from('%PDF-1.7\n1 0 obj<</Author(Suryani)>>endobj'),
  };
  const refused = await insider.sends({ institution: 'kemensos', text: 'Ada PDF-nya.' }, [pdf]);
  assert.equal(refused.status, 422);
  assert.match(
    refused.words,
    /Jejak pembuat pada PDF.*Ada PDF-nya\./s,
    'with the reason, and the words kept',
  );
  assert.match((await insider.brings(code, pdf)).words, /Jejak pembuat pada PDF/);
  assert.match(
    (await insider.brings(code, { ...file, content: await sharp(picture).negate().toBuffer() })).words,
    /bukti-2\.jpg/,
  );
});

test('pressed twice is sent once', async () => {
  const fields = { key: 'k'.repeat(43), institution: 'kemensos', text: 'Tombolnya ditekan dua kali.' };
  const [one, two] = [await insider.sends(fields), await insider.sends(fields)];
  assert.equal(one.html, two.html, 'the same receipt');
  const count = (await verifier.list()).filter(({ excerpt }) => excerpt === fields.text).length;
  assert.equal(count, 1);
});

test('the inspectorate is told that there is something to read, and nothing else', async () => {
  await house.database.pool.query(`select graphile_worker.add_job('sweep-deadlines')`);
  await house.runJobs();
  assert.ok(post.received.length >= 5);
  assert.ok(post.received.some(({ to }) => to.includes(head.officer.email)));
  for (const { raw } of post.received) {
    assert.match(raw, /Ada yang perlu dibaca di konsol/);
    // A message id is made of a UUID, in which four digits may meet five.
    const told = raw.replaceAll(/<[^>]*@[^>]*>/g, '');
    assert.doesNotMatch(told, /WBS|perkara|setoran|\d{4}-\d{5}|segel/i);
  }
  const before = post.received.length;
  await house.database.pool.query(`select graphile_worker.add_job('sweep-deadlines')`);
  await house.runJobs();
  assert.equal(post.received.length, before, 'once');
});

test('a decree moves the dates of the sealed door too, in the round that looks at everything', async () => {
  const keeper = async (name: string) =>
    calendarKeeperAtWork(await workplace.employ({ name, role: 'procedure-manager', unit: null }));
  const [sari, budi] = [await keeper('Sari'), await keeper('Budi')];
  const id = await idOf(await insider.reports('kemensos', 'Perjalanan dinas dicairkan tanpa perjalanan.'));
  await verifier.does(id, 'verification', checked);
  const due = async () =>
    (await verifier.sees(id)).clocks.find(
      ({ limit, outcome }) => limit.unit === 'workingDay' && outcome === 'running',
    )?.due;
  // Ten working days for the research, with an invented holiday in them.
  assert.equal(await due(), instant('2026-12-07 16:00'));
  const { id: draft } = await sari.drafts([addedDay('2026-11-27')]);
  await budi.applies(draft);
  await house.database.pool.query(`select graphile_worker.add_job('sweep-deadlines')`);
  await house.runJobs();
  assert.equal(await due(), instant('2026-12-08 16:00'));
  const { version } = await verifier.sees(id);
  await house.database.pool.query(`select graphile_worker.add_job('sweep-deadlines')`);
  await house.runJobs();
  assert.equal((await verifier.sees(id)).version, version, 'and not a second time');
});

test('a deadline that passes is noted, and silence to a question ends the wait', async () => {
  const late = await insider.reports('kemensos', 'Tidak ada yang membukanya.');
  const [lateId, asked] = [await idOf(late), await insider.reports('kemensos', 'Kurang jelas.')];
  const askedId = await idOf(asked);
  await verifier.does(askedId, 'question', { text: 'Siapa?' });
  house.clock.set(instant('2027-01-04 09:00'));
  await house.database.pool.query(`select graphile_worker.add_job('sweep-deadlines')`);
  await house.runJobs();
  assert.equal((await verifier.sees(lateId)).late, true);
  assert.equal((await verifier.sees(askedId)).archive?.reason, 'not-completed');
});

test('handed over from the ordinary door: gone for the verifier who did it, and open by its own code', async () => {
  const citizen = workplace.citizen();
  const ordinary = await workplace.employ({ name: 'Vera', role: 'verifier' });
  const matter = await citizen.files('Pejabat penilai meminta amplop sebelum menandatangani.', {
    contact: { name: 'Suryani', phone: '081200001234', reach: 'sms' },
  });
  await citizen.writes(matter, 'Amplopnya dua kali.');
  await house.runJobs();
  await ordinary.seals(matter, 'Menyebut pejabat.');
  await house.runJobs();
  assert.ok(await ordinary.cannotFind(matter));
  const notices = await ordinary.ask<{ items: readonly { caseId: string }[] }>({ path: '/notifications' });
  assert.ok(!notices.text.includes(matter.id), 'not even a notice is left');
  assert.equal(
    await citizen.isRefused(matter, 'message', { text: 'Halo' }),
    'not-found',
    'no tracking page any more',
  );
  const talk = await insider.looks(matter.code);
  assert.match(talk.words, /sedang diperiksa awal.*meminta amplop.*Amplopnya dua kali/s);
  const [moved] = (await verifier.list()).filter(({ excerpt }) => excerpt.startsWith('Pejabat penilai'));
  assert.equal(moved?.receivedAt, matter.receipt.receivedAt, 'with the time at which it came');
  const { rows } = await house.database.pool.query('select text from submissions where case_id = $1', [
    matter.id,
  ]);
  assert.deepEqual(rows, [{ text: '' }]);
});
