import assert from 'node:assert/strict';
import { test } from 'node:test';
import { archiveReasons } from '../../src/domain/cases/words.ts';
import { testHouse } from '../support/house.ts';
import { ministry, ministryUnits } from '../support/office-casts.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { instant } from '../support/office-time.ts';

/** Document A, steps 1 to 4 and the main path. Begins on Tuesday 24 November 2026, 08.15 WIB. */
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const office = await ministry(house);
const { verifier, secondVerifier, officer, liaison, reviewer, head } = office;
const { front, directorate } = ministryUnits;
const path = ministryPaths(office);

test('The nine steps: filed, verified, sent, accepted, handled, examined, closed, finished, confirmed and rated', async () => {
  const citizen = office.citizen();
  const matter = await citizen.files('Bantuan PKH ibu saya berhenti sejak Agustus tanpa pemberitahuan.');
  assert.deepEqual(await citizen.stands(matter), {
    status: 'verifying',
    step: '3',
    with: front,
    due: 'Jumat, 27 November 2026',
  });

  await verifier.verifies(matter);
  assert.equal((await citizen.stands(matter)).step, '4');
  await verifier.sendsTo(matter, office.unit(directorate));
  assert.deepEqual(await citizen.stands(matter), {
    status: 'dispatched',
    step: '5',
    with: directorate,
    due: 'Rabu, 25 November 2026',
  });

  await liaison.accepts(matter);
  assert.deepEqual(await citizen.stands(matter), {
    status: 'in-progress',
    step: '6',
    with: directorate,
    due: 'Jumat, 27 November 2026',
  });

  await officer.writesReport(matter);
  assert.equal((await citizen.stands(matter)).status, 'in-review');
  assert.equal((await citizen.stands(matter)).step, '8a');
  await reviewer.approves(matter);
  assert.equal((await citizen.stands(matter)).step, '8b');
  await head.closesReport(matter);
  assert.equal((await citizen.stands(matter)).step, '9');
  await liaison.finishes(matter);
  assert.deepEqual(await citizen.stands(matter), {
    status: 'answered',
    step: '9a',
    with: directorate,
    due: 'Selasa, 8 Desember 2026',
  });

  const after = await citizen.confirms(matter, 5, 'Cepat, terima kasih.');
  assert.equal(after.status, 'closed');
  assert.equal(after.closure?.kind, 'confirmed');
  assert.deepEqual(after.rating, { score: 5, comment: 'Cepat, terima kasih.' });
  assert.equal(await citizen.walked(matter), '1 2 3 4 5 6 8 8a 8b 9 9a');
  assert.deepEqual(await citizen.wasTold(matter), ['received', 'dispatched', 'answered', 'closed']);
});

test('Everybody whose turn it is finds the case on the own work list, and nobody else does', async () => {
  const citizen = office.citizen();
  const matter = await path.filed(citizen);
  const onList = async (who: typeof verifier) => (await who.workList('queue=mine')).includes(matter.number);
  assert.equal(await onList(verifier), true);
  assert.equal(await onList(officer), false);
  await verifier.verifies(matter);
  await verifier.sendsTo(matter, office.unit(directorate));
  assert.equal(await onList(verifier), false);
  assert.equal(await onList(officer), true);
  assert.equal(await onList(office.otherOfficer), false);
  assert.equal(await office.otherOfficer.cannotFind(matter), true);
});

test('Not our authority: the reporter reads which body is competent, and the case ends there', async () => {
  const citizen = office.citizen();
  const matter = await path.filed(citizen, 'Jalan di depan rumah saya rusak.');
  await verifier.refers(matter, 'Dinas Pekerjaan Umum Kabupaten Gowa', 'Jalan kabupaten diurus kabupaten.');
  const view = await citizen.looks(matter);
  assert.equal(view.status, 'referred');
  assert.deepEqual(view.referral, {
    body: 'Dinas Pekerjaan Umum Kabupaten Gowa',
    reason: 'Jalan kabupaten diurus kabupaten.',
  });
  assert.equal(await citizen.walked(matter), '1 2 3 3a');
  assert.deepEqual(await citizen.wasTold(matter), ['received', 'referred']);
  assert.match(await citizen.promise(matter, 'verification'), /^met/);
});

test('A referral can be contested: the case is verified anew, once', async () => {
  const citizen = office.citizen();
  const matter = await path.filed(citizen);
  await verifier.refers(matter, 'Pemerintah Kabupaten', 'Bukan urusan kementerian.');
  await citizen.objects(matter, 'Kartu ini dari Kementerian Sosial.');
  assert.deepEqual(await citizen.stands(matter), {
    status: 'verifying',
    step: '3',
    with: front,
    due: 'Jumat, 27 November 2026',
  });
  assert.equal((await citizen.looks(matter)).referral, null);
  await verifier.refers(matter, 'Pemerintah Kabupaten', 'Tetap bukan urusan kementerian.');
  assert.equal(await citizen.isRefused(matter, 'objection', { reason: 'Lagi.' }), 'reopened-already');
});

for (const reason of archiveReasons) {
  test(`Archived as ${reason}: the reporter reads why and may contest it`, async () => {
    const citizen = office.citizen();
    const matter = await path.filed(citizen);
    await verifier.archives(matter, reason, 'Kami sudah memeriksanya.');
    const view = await citizen.looks(matter);
    assert.equal(view.status, 'archived');
    assert.deepEqual(view.archive, { reason, explanation: 'Kami sudah memeriksanya.' });
    assert.deepEqual(await citizen.wasTold(matter), ['received', 'archived']);
    assert.ok(view.acts.includes('objection'));
    await citizen.objects(matter, 'Saya tidak setuju.');
    assert.equal((await citizen.stands(matter)).status, 'verifying');
  });
}

test('A duplicate is never archived: the closed list knows no such reason', async () => {
  const matter = await path.filed(office.citizen());
  const answer = await verifier.ask({
    path: `/cases/${matter.id}/archive`,
    body: { reason: 'duplicate', explanation: 'Sudah ada.' },
  });
  assert.equal(answer.status, 422);
});

test('No field work needed: a verifier writes the answer, and a second one lets it out', async () => {
  const citizen = office.citizen();
  const matter = await citizen.files('Bagaimana cara mendaftar DTSEN?', { kind: 'information-request' });
  await verifier.verifies(matter, { kind: 'information-request', title: 'Cara mendaftar' });
  await verifier.answers(matter, 'Daftar lewat kantor desa atau aplikasi Cek Bansos.');
  assert.equal((await citizen.stands(matter)).step, '4a');
  assert.equal((await citizen.looks(matter)).answer, null);
  assert.equal(await verifier.isRefused(matter, 'release', {}), 'same-person');

  await secondVerifier.sendsAnswerBack(matter, 'Sebutkan juga syaratnya.');
  assert.ok((await verifier.wasTold(matter)).includes('answer-returned'));
  await verifier.answers(matter, 'Daftar lewat kantor desa dengan KTP dan KK.');
  await secondVerifier.releases(matter);

  const view = await citizen.looks(matter);
  assert.equal(view.status, 'answered');
  assert.equal(view.answer?.text, 'Daftar lewat kantor desa dengan KTP dan KK.');
  assert.match(await citizen.promise(matter, 'class-information-request'), /^met: Selasa, 1 Desember 2026/);
  assert.equal((await citizen.confirms(matter)).closure?.kind, 'confirmed');
});

test('Incomplete: the reporter is asked, the class clock stands still, and goes on when they have answered', async () => {
  const citizen = office.citizen();
  const matter = await path.filed(citizen);
  assert.equal(
    await citizen.promise(matter, 'class-complaint'),
    'running: Senin, 14 Desember 2026, pukul 16.00 WIB',
  );
  await verifier.asks(matter, 'Di desa mana Ibu tinggal?');
  assert.deepEqual(await citizen.stands(matter), {
    status: 'awaiting-reporter',
    step: '3',
    with: front,
    due: 'Kamis, 24 Desember 2026',
  });
  assert.match(await citizen.promise(matter, 'class-complaint'), /^paused/);
  assert.equal((await citizen.looks(matter)).question?.text, 'Di desa mana Ibu tinggal?');
  assert.deepEqual(await verifier.mayDo(matter), [
    'message',
    'note',
    'secrecy',
    'reveal',
    'attachment',
    'relay',
    'secrecy-lowering',
    'conflict',
  ]);

  await office.until('2026-11-26 10:00');
  await citizen.completes(matter, 'Desa Galesong.');
  assert.equal((await citizen.stands(matter)).status, 'verifying');
  assert.equal(
    await citizen.promise(matter, 'class-complaint'),
    'running: Selasa, 15 Desember 2026, pukul 16.00 WIB',
  );
  assert.equal(
    await citizen.promise(matter, 'verification'),
    'running: Senin, 30 November 2026, pukul 16.00 WIB',
  );
  assert.equal(
    await citizen.promise(matter, 'overall'),
    'running: Jumat, 27 November 2026, pukul 16.00 WIB',
    'the SOP prints no pause',
  );
  assert.ok((await verifier.wasTold(matter)).includes('reporter-completed'));
});

test('Never completed: archived when thirty days are over, not a second sooner, and reopenable', async () => {
  const citizen = office.citizen();
  const matter = await path.filed(citizen);
  await verifier.asks(matter, 'Di desa mana Ibu tinggal?');
  assert.equal((await citizen.stands(matter)).due, 'Sabtu, 26 Desember 2026');
  await office.until('2026-12-26 23:59:59');
  assert.equal((await citizen.stands(matter)).status, 'awaiting-reporter');
  await office.until('2026-12-27 00:00:00');
  const view = await citizen.looks(matter);
  assert.equal(view.status, 'archived');
  assert.equal(view.archive?.reason, 'not-completed');
  assert.ok((await citizen.wasTold(matter)).includes('archived'));
  await citizen.objects(matter, 'Saya sakit. Desa saya Galesong.');
  assert.equal((await citizen.stands(matter)).status, 'verifying');
});
