import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { testHouse } from '../support/house.ts';
import { ministry, ministryUnits } from '../support/office-casts.ts';
import { matterOf } from '../support/office-citizen.ts';
import { enters, prints, scans } from '../support/office-counter.ts';
import { knock } from '../support/office-door.ts';
import { instant } from '../support/office-time.ts';

/** From a letter on the counter to an answer on paper; the clocks count from the day on which it came. */
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const office = await ministry(house);

/** What stands on a paper, as it is read. */
async function wordsOn(pdf: Buffer): Promise<string> {
  const task = getDocument({ data: new Uint8Array(pdf), useSystemFonts: false });
  const document = await task.promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  await task.destroy();
  return pages.join(' ').replaceAll(/\s+/g, ' ');
}

test('A letter is entered with its true day, answered, and the answer is printed', async () => {
  const scan = await scans(
    office.channelOfficer,
    'letter',
    'surat-dari-Siti-Aminah.txt',
    'Yth. Menteri Sosial …',
  );
  assert.deepEqual([scan.sealed, scan.name], [true, 'surat-asli']);
  const done = await enters(office.channelOfficer, {
    channel: 'letter',
    receivedAt: instant('2026-11-19 09:00'),
    enteredLate: 'Surat sempat tertinggal di bagian umum.',
    text: 'Bantuan anak saya berhenti. Hormat saya, Siti Aminah.',
    letter: { number: '12/RT04/XI/2026', date: '2026-11-16', sender: 'RT 04 Galesong' },
    contact: { name: 'Siti Aminah', address: 'Jl. Melati 4, Galesong', reach: 'letter' },
    proxy: { name: 'Daeng Rani', relation: 'anak' },
    others: [{ name: 'Sitti Khadijah', phone: '0812-0000-4545' }],
    attachments: [scan.id],
  });
  const matter = await matterOf(house, done);
  const citizen = office.citizen();
  // Day 0 is the day on which the letter came: three working days of verification from the 19th.
  assert.match(await citizen.promise(matter, 'verification'), /Selasa, 24 November 2026/);

  const receipt = await knock(house, { path: `/tracking/${matter.code}/receipt.pdf` });
  assert.equal(receipt.headers['content-type'], 'application/pdf');
  const printed = await wordsOn(receipt.raw);
  assert.match(printed, new RegExp(`Tanda terima laporan ${matter.number}`));
  assert.match(printed, new RegExp(matter.code));
  assert.match(printed, /lewat surat/);
  assert.doesNotMatch(printed, /Siti|Melati/, 'whoever finds the paper learns no name');

  await office.verifier.verifies(matter);
  await office.verifier.sendsTo(matter, office.unit(ministryUnits.directorate));
  await office.liaison.accepts(matter);
  await office.officer.writesReport(matter);
  await office.reviewer.approves(matter);
  await office.head.closesReport(matter);
  await office.liaison.finishes(matter);
  await house.runJobs();

  const view = await office.verifier.sees(matter);
  assert.deepEqual(
    view.letters.map(({ template, printedAt }) => [template, printedAt]),
    [['answered', null]],
  );
  assert.equal(view.mayPrint, true);
  const events = view.timeline.find(({ type }) => type === 'CaseOpened');
  assert.equal(events?.data.enteredLate, 'Surat sempat tertinggal di bagian umum.');
  assert.match(view.text, /Hormat saya, •••••\./, 'the name in the letter is dots for the office');

  const [letter] = view.letters;
  const paper = await prints(office.verifier, letter?.id ?? '');
  assert.equal(paper.status, 200, paper.text);
  const words = await wordsOn(paper.raw);
  for (const said of [
    'Kepada Yth. Siti Aminah Jl. Melati 4, Galesong',
    'surat Anda nomor 12/RT04/XI/2026 tanggal 16 November 2026',
    'Kamis, 19 November 2026',
    'Kartu Anda sudah diganti',
  ])
    assert.ok(words.includes(said), `${said}: ${words}`);
  assert.ok(!words.includes(matter.code), 'the code is the reporter’s, not the printer’s');
  const after = await office.verifier.sees(matter);
  assert.equal(after.letters[0]?.printedAt, house.clock.now());

  // Printed again it keeps its first date.
  await office.until('2026-11-24 10:00');
  assert.equal((await prints(office.verifier, letter?.id ?? '')).status, 200);
  assert.deepEqual((await office.verifier.sees(matter)).letters, after.letters);
  await office.until('2026-12-09 08:00');
  await house.runJobs();
  const ended = await office.verifier.sees(matter);
  assert.deepEqual([ended.status, ended.closure?.kind], ['closed', 'no-response']);
  assert.deepEqual(
    ended.letters.map(({ template }) => template),
    ['answered', 'closed'],
  );
});

test('Whoever opens the identity reads who stands beside the reporter; so does the reporter', async () => {
  const done = await enters(office.channelOfficer, {
    channel: 'counter',
    text: 'Bantuan kami berhenti, kata Sitti Khadijah.',
    contact: { name: 'Siti Aminah', reach: 'receipt', nik: '7305 0101 0101 0001' },
    proxy: { name: 'Daeng Rani', relation: 'anak', phone: '0812-0000-7878' },
    others: [{ name: 'Sitti Khadijah', nik: '7305010101010002' }],
  });
  const matter = await matterOf(house, done);
  const seen = await office.verifier.sees(matter);
  assert.deepEqual([seen.reach, seen.anonymous], ['none', false], 'a name, and nothing sent');
  assert.equal(seen.text, 'Bantuan kami berhenti, kata •••••.');
  const answer = await office.verifier.reveals(matter, 'Mencocokkan penerima.');
  assert.deepEqual(
    answer.identity?.beside?.map(({ as, name, phone, nik, about }) => [as, name, phone, nik, about]),
    [
      ['proxy', 'Daeng Rani', '0812-0000-7878', null, 'anak'],
      ['reporter', 'Sitti Khadijah', null, '7305010101010002', null],
    ],
  );
  const own = await knock<{ identity: { beside: { name: string }[] } }>(house, {
    path: `/tracking/${matter.code}/data`,
  });
  assert.deepEqual(
    own.body.identity.beside.map(({ name }) => name),
    ['Daeng Rani', 'Sitti Khadijah'],
  );
  await house.runJobs();
  const found = await office.verifier.ask<{ items: { number: string }[] }>({
    method: 'POST',
    path: '/cases/searches',
    body: { kind: 'phone', value: '081200007878', purpose: 'caller', reason: 'Kuasa menelepon.' },
  });
  assert.deepEqual(
    found.body.items.map(({ number }) => number),
    [matter.number],
    'found by the proxy’s number too',
  );
});

test('What a reporter answers by letter is entered for them, and the office’s time goes on', async () => {
  const done = await enters(office.channelOfficer, {
    channel: 'letter',
    text: 'Bantuan saya berhenti.',
    contact: { name: 'Siti Aminah', address: 'Jl. Melati 4', reach: 'letter' },
  });
  const matter = await matterOf(house, done);
  await office.verifier.asks(matter, 'Di desa mana?');
  assert.equal((await office.verifier.sees(matter)).status, 'awaiting-reporter');
  assert.equal(await office.officer.isRefused(matter, 'relay', { via: 'letter', text: 'x' }), 'not-found');
  assert.equal(
    await office.verifier.isRefused(matter, 'relay', { via: 'letter', text: ' ' }),
    'invalid-input',
  );
  await office.verifier.does(matter, 'relay', { via: 'letter', text: 'Desa Kledung. Siti Aminah' });
  const view = await office.verifier.sees(matter);
  assert.equal(view.status, 'verifying');
  const told = view.timeline.find(({ type }) => type === 'ReporterCompleted');
  assert.deepEqual([told?.data.text, told?.data.via], ['Desa Kledung. •••••', 'letter']);
  const own = (await office.citizen().looks(matter)).timeline.find(
    ({ type }) => type === 'ReporterCompleted',
  );
  assert.equal(own?.data.text, 'Desa Kledung. Siti Aminah', 'the reporter reads their own words');
  await office.verifier.does(matter, 'relay', { via: 'phone', text: 'Kapan selesai?' });
  assert.ok((await office.verifier.sees(matter)).timeline.some(({ type }) => type === 'MessageFromReporter'));

  await office.verifier.verifies(matter);
  await office.verifier.answers(matter, 'Bantuan sudah dikirim.');
  assert.equal(
    await office.verifier.isRefused(matter, 'relay-objection', { via: 'letter', reason: 'Belum.' }),
    'not-this-status',
  );
  await office.secondVerifier.releases(matter);
  await office.verifier.does(matter, 'relay-objection', { via: 'letter', reason: 'Belum saya terima.' });
  const again = await office.verifier.sees(matter);
  assert.deepEqual([again.status, again.objections], ['verifying', 1]);
});
