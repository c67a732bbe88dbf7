import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { testHouse } from '../support/house.ts';
import { ministry, ministryUnits } from '../support/office-casts.ts';
import { citizenAtHome } from '../support/office-citizen.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { instant } from '../support/office-time.ts';

/** What happens beside the nine steps. Begins on Friday 27 November 2026, 15.00 WIB. */
const house = await testHouse({ now: instant('2026-11-27 15:00') });
const office = await ministry(house);
const { verifier, officer, liaison, reviewer, head, inspector } = office;
const path = ministryPaths(office);

async function answer(matter: Parameters<typeof verifier.verifies>[0]): Promise<void> {
  await verifier.sendsTo(matter, office.unit(ministryUnits.directorate));
  await liaison.accepts(matter);
  await officer.writesReport(matter);
  await reviewer.approves(matter);
  await head.closesReport(matter);
  await liaison.finishes(matter, 'Bantuan desa itu cair lagi.');
}

test('Merged and undone: the case goes on where it stood, and its clocks never stopped', async () => {
  const citizen = office.citizen();
  const parent = await path.verified(office.citizen());
  const child = await path.verified(citizen);
  const promised = await citizen.promise(child, 'class-complaint');
  await verifier.merges(child, parent);
  assert.equal((await citizen.stands(child)).status, 'merged');
  assert.deepEqual(
    (await verifier.sees(parent)).mergedHere.map((one) => one.number),
    [child.number],
  );
  await verifier.undoesMerger(child);
  assert.deepEqual(
    [(await citizen.stands(child)).status, (await citizen.stands(child)).step],
    ['verifying', '4'],
  );
  assert.equal(await citizen.promise(child, 'class-complaint'), promised);
});

test('The answer to the parent reaches every reporter who was merged, and each judges it alone', async () => {
  const [first, second, third] = [office.citizen(), office.citizen(), office.citizen()];
  const parent = await path.verified(first);
  const child = await path.filed(second);
  const grandchild = await path.filed(third);
  await verifier.merges(grandchild, child);
  await verifier.merges(child, parent);
  await answer(parent);
  await house.runJobs();
  for (const [citizen, matter] of [
    [second, child],
    [third, grandchild],
  ] as const) {
    const view = await citizen.looks(matter);
    assert.deepEqual([view.status, view.answer?.text], ['answered', 'Bantuan desa itu cair lagi.']);
    assert.deepEqual(await citizen.wasTold(matter), ['received', 'merged', 'answered']);
  }
  assert.equal((await second.confirms(child, 5)).closure?.kind, 'confirmed');
  assert.equal((await third.objects(grandchild, 'Di desa saya belum.')).status, 'verifying');
  assert.equal((await first.looks(parent)).status, 'answered');
});

test('Where the parent is referred instead of answered, the merged reporters are not left waiting', async () => {
  const second = office.citizen();
  const parent = await path.filed(office.citizen());
  const child = await path.filed(second);
  await verifier.merges(child, parent);
  await verifier.refers(parent, 'Dinas Sosial Kabupaten', 'Kewenangan daerah.');
  await house.runJobs();
  assert.notEqual((await second.looks(child)).status, 'merged');
});

test('Nothing is merged into itself, into a merged case or into another institution', async () => {
  const matter = await path.verified(office.citizen());
  const parent = await path.verified(office.citizen());
  const merged = await path.verified(office.citizen());
  await verifier.merges(merged, parent);
  const elsewhere = await citizenAtHome(house, 'politeknik').files('UKT saya ditagih dua kali.');
  const into = (intoNumber: string) => verifier.isRefused(matter, 'merger', { intoNumber });
  assert.equal(await into(matter.number), 'merge-not-possible');
  assert.equal(await into(merged.number), 'merge-not-possible');
  assert.equal(await into('2611-99999'), 'invalid-input');
  assert.equal(await into(elsewhere.number), 'invalid-input', 'as if it did not exist');
});

test('Urgent: twenty-four hours by the clock on the wall, through the weekend', async () => {
  const citizen = office.citizen();
  const matter = await citizen.files('Seorang lansia telantar di terminal.');
  await verifier.verifies(matter, { urgent: true, title: 'Lansia telantar' });
  assert.equal(
    await citizen.promise(matter, 'urgent-social-case'),
    'running: Sabtu, 28 November 2026, pukul 15.00 WIB',
  );
  assert.equal((await citizen.stands(matter)).due, 'Sabtu, 28 November 2026');
  assert.equal((await verifier.list('queue=distribution')).items[0]?.number, matter.number);
});

test('Secrecy is raised by what the text holds, and the receipt says why', async () => {
  const citizen = office.citizen();
  const open = await citizen.files('NIK saya 9900112233445566 tidak terdaftar.', { secrecy: 'L0' });
  assert.deepEqual([open.receipt.secrecy, open.receipt.raisedBecause], ['L2', ['national-id']]);
  const child = await citizen.files('Balita di rumah itu dipukul.', { secrecy: 'L1' });
  assert.deepEqual([child.receipt.secrecy, child.receipt.raisedBecause], ['L3', ['child', 'violence']]);
  const plain = await citizen.files('Antrean di loket terlalu panjang.', { secrecy: 'L0' });
  assert.deepEqual([plain.receipt.secrecy, plain.receipt.raisedBecause], ['L0', []]);
});

test('Secrecy only rises, by the reporter and by officers', async () => {
  const citizen = office.citizen();
  const matter = await path.filed(citizen);
  assert.equal(
    await verifier.isRefused(matter, 'secrecy', { level: 'L0', reason: 'Boleh dibaca.' }),
    'secrecy-only-rises',
  );
  assert.equal((await citizen.makesSecret(matter, 'L3')).secrecy, 'L3');
  assert.equal(await citizen.isRefused(matter, 'secrecy', { level: 'L1' }), 'secrecy-only-rises');
});

test('A reveal is written down with its purpose, and the reporter sees it without the name of the officer', async () => {
  const citizen = office.citizen();
  const matter = await path.sent(citizen);
  assert.equal(
    JSON.stringify(await liaison.sees(matter)).includes('sri@warga.test'),
    false,
    'sealed until then',
  );
  const opened = await liaison.reveals(matter, 'Menanyakan alamat kunjungan.');
  assert.deepEqual(opened.identity, {
    name: 'Sri',
    phone: null,
    email: 'sri@warga.test',
    until: instant('2026-11-27 15:15'),
  });
  const { reveals } = await citizen.looks(matter);
  assert.deepEqual(reveals, [
    {
      at: instant('2026-11-27 15:00'),
      unit: ministryUnits.directorate,
      purpose: 'answer',
      reason: 'Menanyakan alamat kunjungan.',
    },
  ]);
  assert.equal(JSON.stringify(await citizen.looks(matter)).includes('Lina'), false);
  assert.equal(
    await office.controlCentre.isRefused(matter, 'reveal', { purpose: 'answer', reason: 'Ingin tahu.' }),
    'not-authorized',
  );
});

test('Who gave no name cannot be revealed', async () => {
  const matter = await office.citizen().files('Petugas meminta uang.');
  assert.equal((await verifier.mayDo(matter)).includes('reveal'), false);
  assert.equal(
    await verifier.isRefused(matter, 'reveal', { purpose: 'answer', reason: 'Menghubungi.' }),
    'not-found',
  );
});

test('The family card follows later, is sealed, and opens only while a reveal lasts', async () => {
  const citizen = office.citizen();
  const matter = await path.filed(citizen);
  assert.equal((await citizen.looks(matter)).familyCardAsked, true);
  const card = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  assert.equal((await citizen.brings(matter, { name: 'KK.png', content: card }, 'family-card')).status, 200);
  assert.equal((await citizen.looks(matter)).familyCardAsked, false);
  const [file] = (await verifier.sees(matter)).attachments;
  assert.deepEqual([file?.name, file?.sealed], ['kartu-keluarga', true]);
  const opens = () => verifier.ask({ path: `/cases/${matter.id}/attachments/${file?.id}` });
  assert.equal((await opens()).status, 403);
  await verifier.reveals(matter, 'Mencocokkan penerima.');
  const shown = await opens();
  assert.deepEqual([shown.status, shown.headers['content-type']], [200, 'image/png']);
  await office.until('2026-11-27 15:15:00');
  assert.equal((await opens()).status, 403);
});

test('The family card is never asked of somebody who gave no name', async () => {
  const citizen = office.citizen();
  const matter = await citizen.files('Petugas meminta uang.');
  assert.equal((await citizen.looks(matter)).familyCardAsked, false);
});

test('Sealed as a whistle-blower report: for everybody but the inspectorate it does not exist', async () => {
  const citizen = office.citizen();
  const matter = await path.filed(citizen, 'Pejabat unit meminta setoran tiap bulan.');
  await verifier.seals(matter, 'Menyangkut pejabat kementerian.');
  for (const person of [verifier, liaison, head, office.controlCentre]) {
    assert.equal(await person.cannotFind(matter), true, person.name);
    assert.deepEqual(await person.workList(`q=${matter.number}`).catch(() => []), [], person.name);
  }
  assert.equal((await inspector.sees(matter)).status, 'sealed');
  assert.equal((await citizen.looks(matter)).status, 'sealed');
});

test('A telephone call and a letter count from their true arrival; the officer sees nothing of them afterwards', async () => {
  const { channelOfficer } = office;
  const sent = await channelOfficer.ask<{ receipt: { receivedAt: string; channel: string; number: string } }>(
    {
      path: '/submissions',
      body: {
        text: 'Surat dari Desa Sukamaju.',
        kind: 'complaint',
        institution: 'kemensos',
        channel: 'letter',
        receivedAt: '2026-11-25T09:00:00+07:00',
      },
    },
  );
  assert.equal(sent.status, 201);
  assert.equal(sent.body.receipt.receivedAt, instant('2026-11-25 09:00'));
  assert.equal(sent.body.receipt.channel, 'letter');
  assert.equal((await channelOfficer.ask({ path: '/cases' })).status, 403);
});

test('The name of somebody who works there closes a report, and officers read what was found', async () => {
  const citizen = office.citizen();
  await office.employ({ name: 'Budi Hartono, S.Sos.', role: 'unit-officer' });
  const named = await citizen.files('Saya ditolak oleh Budi Hartono di loket.', { secrecy: 'L0' });
  assert.deepEqual([named.receipt.secrecy, named.receipt.raisedBecause], ['L2', ['official-name']]);
  assert.deepEqual((await office.verifier.sees(named)).signals, ['official-name']);
  const other = await citizen.files('Saya ditolak oleh Budi Hartanto di loket.', { secrecy: 'L0' });
  assert.equal(other.receipt.secrecy, 'L0');
});

test('A report is opened up by two officers and its reporter together, and by none of them alone', async () => {
  const citizen = office.citizen();
  const matter = await citizen.files('Jalan desa rusak.');
  const proposal = { level: 'L0', reason: 'Warga lain menanyakan hal yang sama.' } as const;
  assert.equal(await officer.isRefused(matter, 'secrecy-lowering', proposal), 'not-found');
  assert.equal(await verifier.isRefused(matter, 'lowering-confirmation', {}), 'not-this-status');
  assert.equal(
    await verifier.isRefused(matter, 'secrecy-lowering', { ...proposal, level: 'L3' }),
    'invalid-input',
  );
  await verifier.does(matter, 'secrecy-lowering', proposal);
  const asked = await citizen.looks(matter);
  assert.deepEqual([asked.secrecy, asked.loweringAsked], ['L2', { to: 'L0', reason: proposal.reason }]);
  assert.equal(await office.secondVerifier.isRefused(matter, 'lowering-confirmation', {}), 'not-this-status');

  const refused = await citizen.tries(matter, 'lowering-consent', { agrees: false });
  assert.deepEqual(
    [refused.body.secrecy, refused.body.loweringAsked],
    ['L2', null],
    'no leaves it as it was',
  );
  assert.equal(await office.secondVerifier.isRefused(matter, 'lowering-confirmation', {}), 'not-this-status');
  assert.equal(await citizen.isRefused(matter, 'lowering-consent', { agrees: true }), 'not-this-status');

  await verifier.does(matter, 'secrecy-lowering', proposal);
  await citizen.tries(matter, 'lowering-consent', { agrees: true });
  assert.equal((await citizen.looks(matter)).secrecy, 'L2', 'a yes alone changes nothing');
  assert.equal(await verifier.isRefused(matter, 'lowering-confirmation', {}), 'same-person');
  assert.equal(await officer.isRefused(matter, 'lowering-confirmation', {}), 'not-found');
  await office.secondVerifier.does(matter, 'lowering-confirmation', {});
  assert.equal((await citizen.looks(matter)).secrecy, 'L0');
  const told = await citizen.wasTold(matter);
  assert.deepEqual(
    told.filter((one) => one.startsWith('lower')),
    ['lowering-asked', 'lowering-asked', 'lowered'],
  );
  assert.equal((await citizen.makesSecret(matter, 'L2')).secrecy, 'L2', 'and closed again at any time');
  await verifier.seals(matter, 'Menyebut pejabat.');
  assert.equal(await office.inspector.isRefused(matter, 'secrecy-lowering', proposal), 'not-authorized');
});
