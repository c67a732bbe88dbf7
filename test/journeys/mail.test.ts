import assert from 'node:assert/strict';
import sharp from 'sharp';
import { type Got, letter } from '../support/letter-writer.ts';
import { countCases, mailbox, mailTests, matterOf, openMailWorld, somebody } from '../support/mail-world.ts';
import { ministryUnits } from '../support/office-casts.ts';

/** The whole cycle of a case by mail alone, in by a real IMAP server and out by SMTP. */
const mailTest = mailTests(await openMailWorld());

mailTest('from the first letter to the objection, by mail alone', async (there) => {
  const { house, office } = there;
  const ibu = somebody(there);
  const receipt = await ibu.writes({
    subject: 'Kartu bantuan tertelan',
    text: 'Kartu bantuan ibu saya tertelan mesin sejak Agustus.\n\n-- \nSuryani\nJl. Kenari 5, 0812 0000 1234',
  });
  assert.match(receipt?.subject ?? '', /^Laporan Anda tercatat, nomor 2611-\d+$/);
  const matter = await matterOf(house, receipt);
  assert.match(receipt?.words ?? '', new RegExp(`http://localhost:8080/lacak/${matter.code}`));
  const seen = await office.verifier.sees(matter);
  assert.deepEqual([seen.title, seen.channel], ['Kartu bantuan tertelan', 'email']);
  assert.equal(seen.text, 'Kartu bantuan ibu saya tertelan mesin sejak Agustus.');

  await office.verifier.asks(matter, 'Di desa mana, dan bank apa?');
  await house.runJobs();
  const question = (await ibu.got()).at(-1);
  assert.match(question?.words ?? '', /Di desa mana, dan bank apa\?/);
  const taken = await ibu.answers(question as Got, 'Desa Galesong, bank BRI');
  assert.match(taken?.subject ?? '', /Keterangan Anda sudah kami terima/);
  const { timeline, status } = await office.verifier.sees(matter);
  assert.equal(status, 'verifying');
  const said = JSON.stringify(timeline);
  assert.match(said, /Desa Galesong, bank BRI/);
  assert.doesNotMatch(said, /menulis:|Balas surel ini/, 'what was quoted stays apart');

  await office.verifier.verifies(matter);
  await office.verifier.sendsTo(matter, office.unit(ministryUnits.directorate));
  await office.liaison.accepts(matter);
  assert.match(
    (await ibu.answers(question as Got, 'Kartunya masih belum diganti.'))?.subject ?? '',
    /sampai/,
  );
  await office.officer.writesReport(matter);
  await office.reviewer.approves(matter);
  await office.head.closesReport(matter);
  await office.liaison.finishes(matter);
  await house.runJobs();
  const answer = (await ibu.got()).at(-1);
  assert.match(answer?.words ?? '', /Kartu Anda sudah diganti[\s\S]*NILAI 5/);
  const objected = await ibu.answers(answer as Got, 'KEBERATAN: kartunya belum bisa dipakai');
  assert.match(objected?.subject ?? '', /Keberatan Anda tercatat/);
  const after = await office.verifier.sees(matter);
  assert.deepEqual(
    [after.status, JSON.stringify(after.timeline).includes('kartunya belum bisa dipakai')],
    ['reopened', true],
  );
});

mailTest(
  'an answer is rated, and the case is closed by it; a sentence that begins alike rates nothing',
  async (there) => {
    const { house, office } = there;
    const ibu = somebody(there);
    const receipt = await ibu.writes({ subject: 'PKH', text: 'Bantuan PKH saya berhenti.' });
    const matter = await matterOf(house, receipt);
    await office.verifier.verifies(matter);
    await office.verifier.sendsTo(matter, office.unit(ministryUnits.directorate));
    await office.liaison.accepts(matter);
    await office.officer.writesReport(matter);
    await office.reviewer.approves(matter);
    await office.head.closesReport(matter);
    await office.liaison.finishes(matter);
    await house.runJobs();
    const answer = (await ibu.got()).at(-1) as Got;
    await ibu.answers(answer, 'Nilai 4 juta itu belum kembali');
    assert.equal((await office.verifier.sees(matter)).status, 'answered');
    assert.match(
      (await ibu.answers(answer, 'nilai 5, cepat sekali'))?.subject ?? '',
      /Penilaian Anda tercatat/,
    );
    const { status, rating } = await office.verifier.sees(matter);
    assert.deepEqual([status, rating?.score, rating?.comment], ['closed', 5, 'cepat sekali']);
  },
);

mailTest('files come along; what is refused is named, and nothing else is lost', async (there) => {
  const { house, office } = there;
  const ibu = somebody(there);
  const photo = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#775533' } })
    .jpeg()
    .toBuffer();
  const files = [
    { name: 'rumah.jpg', type: 'image/jpeg', content: photo },
    { name: 'program.exe', type: 'application/octet-stream', content: Buffer.from('MZ\u0000\u0001\u0002') },
    { name: 'rusak.jpg', type: 'image/jpeg', content: photo.subarray(0, 150) },
  ];
  const receipt = await ibu.writes({
    subject: 'Rumah roboh',
    text: 'Rumah kami roboh, foto terlampir.',
    files,
  });
  assert.match(receipt?.words ?? '', /- program\.exe: jenis berkas ini[\s\S]*- rusak\.jpg: berkasnya rusak/);
  const matter = await matterOf(house, receipt);
  const { attachments } = await office.verifier.sees(matter);
  assert.deepEqual(
    attachments.map(({ name }) => name),
    ['rumah.jpg'],
  );
  const more = await ibu.answers(receipt as Got, 'Ini satu lagi.', {
    files: [{ name: 'surat.txt', type: 'text/plain', content: Buffer.from('Surat dari RT.') }],
  });
  assert.match(more?.subject ?? '', /Pesan Anda sudah sampai/);
  const names = (await office.verifier.sees(matter)).attachments.map(({ name }) => name);
  assert.deepEqual(names.toSorted(), ['rumah.jpg', 'surat.txt']);
});

mailTest('too many files are named, and words too long for a report lie whole in a file', async (there) => {
  const { house, office } = there;
  const words = `Awal. ${'kata '.repeat(5_000)} Akhir.`;
  const files = Array.from({ length: 22 }, (_, index) => ({
    name: `surat-${index + 1}.txt`,
    type: 'text/plain',
    content: Buffer.from(`Surat ke-${index + 1}.`),
  }));
  const receipt = await somebody(there).writes({ subject: 'Banyak', text: words, files });
  assert.match(receipt?.words ?? '', /- surat-20\.txt: sudah terlalu banyak[\s\S]*- surat-22\.txt/);
  const { text, attachments } = await office.verifier.sees(await matterOf(house, receipt));
  assert.equal(attachments.length, 20, 'the long text is one of them');
  assert.match(text, /^Awal\.[\s\S]*\[Surel ini panjang; seluruhnya ada di berkas surel\.txt\.\]$/);
  const whole = attachments.find(({ name }) => name === 'surel.txt');
  assert.equal(whole?.bytes, Buffer.byteLength(words));
});

mailTest(
  'the same mail twice is one report, whatever it is delivered by; the same words again are, too',
  async (there) => {
    const { house } = there;
    const ibu = somebody(there);
    const before = await countCases(house);
    const mail = letter(ibu.address, { to: mailbox, subject: 'Jembatan', text: 'Jembatan putus.' });
    const receipt = await ibu.sends(mail);
    assert.equal(await ibu.sends(`Received: by another.test; Tue, 24 Nov 2026\n${mail}`), undefined);
    const again = await ibu.writes({ subject: 'Jembatan', text: 'Jembatan putus.' });
    assert.equal((await matterOf(house, again)).code, (await matterOf(house, receipt)).code);
    assert.equal(await countCases(house), before + 1);
  },
);

mailTest(
  'the sender’s address alone opens nothing; the address that we gave does, and tells nothing',
  async (there) => {
    const { house, office } = there;
    const [ibu, anak] = [somebody(there), somebody(there)];
    const receipt = (await ibu.writes({
      subject: 'Kursi roda',
      text: 'Kursi roda bapak saya rusak.',
    })) as Got;
    const matter = await matterOf(house, receipt);
    const before = await countCases(house);
    await ibu.writes({ subject: 'Kursi roda', text: 'Dari alamat yang sama, tanpa kode.' });
    assert.equal(await countCases(house), before + 1, 'a report of its own');

    const answered = await anak.answers({ ...receipt, words: '' }, 'Saya anaknya; kursinya sudah saya foto.');
    assert.match(answered?.subject ?? '', /Pesan Anda sudah sampai/);
    assert.doesNotMatch(answered?.raw ?? '', new RegExp(matter.code));
    assert.match(JSON.stringify((await office.verifier.sees(matter)).timeline), /Saya anaknya/);
    const asks = await anak.answers({ ...receipt, words: '' }, 'status');
    assert.doesNotMatch(asks?.words ?? '', /sedang diperiksa/, 'reading needs the code');

    const forged = receipt.headers.get('reply-to')?.[0]?.replace(/\+(.)(.)/, '+$1x') ?? '';
    await anak.writes({ to: forged, subject: 'Coba', text: 'Alamat yang dikarang.' });
    assert.doesNotMatch(JSON.stringify((await office.verifier.sees(matter)).timeline), /dikarang/);
    const byThread = await anak.answers({ ...receipt, words: '' }, 'Tanpa alamat bertanda.', { to: mailbox });
    assert.match(byThread?.subject ?? '', /tercatat, nomor/, 'a report of its own');
    const byCode = await anak.writes({ subject: `Tentang ${matter.code}`, text: 'Saya memegang kodenya.' });
    assert.match(byCode?.raw ?? '', new RegExp(`lacak/${matter.code}`));
  },
);
