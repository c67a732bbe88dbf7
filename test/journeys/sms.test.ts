import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holderAtHome } from '../support/account-holder.ts';
import { testHouse } from '../support/house.ts';
import { ministry, ministryUnits } from '../support/office-casts.ts';
import type { Matter } from '../support/office-citizen.ts';
import { instant } from '../support/office-time.ts';
import { openSmsOperator } from '../support/sms-operator.ts';

/** The whole cycle of a case by SMS alone, over a real SMPP session. */
const operator = await openSmsOperator('telkomsel');
const house = await testHouse({
  now: instant('2026-11-24 08:15'),
  env: { SMS_LINES: operator.address },
});
await operator.whenBound();
const office = await ministry(house);
let phones = 0;

/** Somebody with an old telephone. */
function phoneAtHome() {
  phones += 1;
  const number = `62812000${String(phones).padStart(5, '0')}`;
  return {
    number,
    got: () => operator.taken.filter(({ to }) => to === number).map(({ text }) => text),
    async says(text: string): Promise<string> {
      await house.runJobs();
      assert.equal(await operator.says(number, text), 0, 'acknowledged');
      await house.runJobs();
      return this.got().at(-1) ?? '';
    },
  };
}

function codeIn(sms: string): string {
  return /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(sms)?.[0] ?? '';
}

async function matterOf(sms: string): Promise<Matter> {
  const number = /nomor (\S+?)\./.exec(sms)?.[1] ?? '';
  const { rows } = await house.database.pool.query<{ id: string }>('select id from cases where number = $1', [
    number,
  ]);
  return { id: rows[0]?.id ?? '', number, code: codeIn(sms) } as Matter;
}

test('from LAPOR to the rating, by an old telephone alone', async () => {
  const phone = phoneAtHome();
  const receipt = await phone.says('lapor kartu bantuan ibu saya tertelan mesin sejak Agustus');
  assert.match(receipt, /tercatat, nomor 2611-\d+\. Kode lacak/);
  const matter = await matterOf(receipt);
  const code = codeIn(receipt);
  assert.match(await phone.says(`Cek ${code.toLowerCase().replaceAll('-', ' ')}`), /sedang diperiksa/);

  await office.verifier.asks(matter, 'Di desa mana, dan bank apa?');
  await house.runJobs();
  const question = phone.got().at(-1) ?? '';
  assert.match(question, /Di desa mana, dan bank apa\?/);
  assert.match(question, new RegExp(`LENGKAP ${code} isi`));
  assert.match(
    await phone.says(`LENGKAPI ${code} Desa Galesong, bank BRI`),
    /keterangan Anda sudah kami terima/,
  );

  await office.verifier.verifies(matter);
  await office.verifier.sendsTo(matter, office.unit(ministryUnits.directorate));
  await office.liaison.accepts(matter);
  assert.match(await phone.says(`balas ${code} kartunya masih belum diganti`), /sampai kepada petugas/);
  await office.officer.writesReport(matter);
  await office.reviewer.approves(matter);
  await office.head.closesReport(matter);
  await office.liaison.finishes(matter);
  await house.runJobs();
  assert.match(phone.got().at(-1) ?? '', /Jawaban.*Kartu Anda sudah diganti.*NILAI/);

  assert.match(await phone.says(`KEBERATAN ${code} kartunya belum bisa dipakai`), /Keberatan Anda tercatat/);
  assert.equal((await office.verifier.sees(matter)).status, 'reopened');
  for (const sms of phone.got()) assert.ok(sms.length <= 306, `${sms.length}: ${sms}`);
});

test('an answer is rated, and the case is closed by it', async () => {
  const phone = phoneAtHome();
  const matter = await matterOf(await phone.says('Bantuan PKH saya berhenti.'));
  await office.verifier.verifies(matter);
  await office.verifier.sendsTo(matter, office.unit(ministryUnits.directorate));
  await office.liaison.accepts(matter);
  await office.officer.writesReport(matter);
  await office.reviewer.approves(matter);
  await office.head.closesReport(matter);
  await office.liaison.finishes(matter);
  assert.match(await phone.says(`NILAI ${matter.code}`), /dari 1/);
  assert.match(await phone.says(`nilai ${matter.code} 5 cepat sekali`), /penilaian Anda sudah tercatat/);
  const { status, rating } = await office.verifier.sees(matter);
  assert.deepEqual([status, rating?.score, rating?.comment], ['closed', 5, 'cepat sekali']);
});

test('a long message in parts is one report, whatever their order; the same words twice are one report', async () => {
  const phone = phoneAtHome();
  assert.equal(await operator.saysPart(phone.number, 'sejak Agustus 🙏', [7, 2, 2]), 0);
  await house.runJobs();
  assert.deepEqual(phone.got(), [], 'the first part is awaited');
  assert.equal(await operator.saysPart(phone.number, 'Bantuan berhenti ', [7, 2, 1]), 0);
  await house.runJobs();
  const [receipt = ''] = phone.got();
  const matter = await matterOf(receipt);
  assert.equal((await office.verifier.sees(matter)).text, 'Bantuan berhenti sejak Agustus 🙏');
  const again = await phone.says('Bantuan berhenti sejak Agustus 🙏');
  assert.equal(codeIn(again), matter.code, 'the same receipt');
});

test('a part that never comes holds nothing up for ever, and its place is marked', async () => {
  const phone = phoneAtHome();
  await operator.saysPart(phone.number, 'Jembatan di kampung kami putus, ', [8, 3, 1]);
  await operator.saysPart(phone.number, 'anak sekolah memutar jauh.', [8, 3, 3]);
  await house.runJobs();
  assert.deepEqual(phone.got(), []);
  await office.until('2026-11-25 08:00');
  const matter = await matterOf(phone.got()[0] ?? '');
  assert.match(
    (await office.verifier.sees(matter)).text,
    /putus,.*bagian 2 dari 3 tidak sampai.*anak sekolah/,
  );
});

test('an order without what it needs is explained, and opens no case', async () => {
  const phone = phoneAtHome();
  const cases = async () =>
    (await house.database.pool.query('select count(*)::int as n from cases')).rows[0].n;
  const before = await cases();
  assert.match(await phone.says('STATUS 7KQM'), /Tulis kodenya sesudah kata STATUS/);
  assert.match(await phone.says('STATUS 7KQM-4XRT-9DWP'), /tidak kami temukan/);
  assert.match(await phone.says('BANTUAN'), /Melapor: LAPOR/);
  assert.match(await phone.says('...'), /Melapor: LAPOR/);
  assert.equal(await cases(), before);
  await phone.says('Bantuan sembako tidak datang dua bulan');
  assert.equal(await cases(), before + 1, 'a sentence that begins like an order reports');
});

test('who says BERHENTI is told nothing more unasked, and answered when they ask', async () => {
  const phone = phoneAtHome();
  const matter = await matterOf(await phone.says('KEMENSOS kursi roda bapak saya rusak'));
  assert.match(await phone.says('berhenti'), /tidak lagi mengirim/);
  const { length } = phone.got();
  await office.verifier.asks(matter, 'Di desa mana?');
  await house.runJobs();
  assert.equal(phone.got().length, length);
  assert.match(await phone.says(`status ${matter.code}`), /Di desa mana\?/);
});

test('advertising from a name is kept to be looked at, and gets no answer', async () => {
  assert.equal(await operator.says('PROMO', 'Selamat! Anda menang hadiah.'), 0);
  await house.runJobs();
  assert.deepEqual(
    operator.taken.filter(({ to }) => to === 'PROMO'),
    [],
  );
  const { rows } = await house.database.pool.query<{ state: string; taken_as: string }>(
    `select state, taken_as from messages where state <> 'read'`,
  );
  assert.deepEqual(rows, [{ state: 'set-aside', taken_as: 'no-person' }]);
});

test('a trick is kept to be looked at and gets no answer; whoever tells of one is heard', async () => {
  const phone = phoneAtHome();
  const trick =
    'SELAMAT! No anda resmi terpilih sbg pemenang undian, PIN 25e47. Info klik http://undian.example';
  assert.equal(await phone.says(trick), '');
  const { rows } = await house.database.pool.query<{ state: string; taken_as: string }>(
    `select state, taken_as from messages order by seq desc limit 1`,
  );
  assert.deepEqual(rows, [{ state: 'set-aside', taken_as: 'fraud' }]);
  assert.match(await phone.says(`Saya ditipu. Bunyi SMS-nya: ${trick}`), /tercatat, nomor/);
  assert.match(await phone.says(`LAPOR ${trick}`), /tercatat, nomor/);
});

test('what the operator tells of an answer stands beside it; a line that is away is asked again', async () => {
  const phone = phoneAtHome();
  await phone.says('Raskin berjamur.');
  const sent = operator.taken.find(({ to }) => to === phone.number);
  assert.ok(sent);
  const reply = async () =>
    (
      await house.database.pool.query<{ reply: string; last_error: string | null }>(
        `select reply, last_error from messages order by seq desc limit 1`,
      )
    ).rows[0];
  assert.equal((await reply())?.reply, 'sent');
  assert.equal(await operator.tells(sent.id, 'DELIVRD'), 0);
  assert.equal((await reply())?.reply, 'delivered');
  assert.equal(await operator.tells('unknown-1', 'UNDELIV'), 0, 'of a message that is not ours');
  assert.equal(await operator.tells(sent.id, 'UNDELIV'), 0);
  assert.deepEqual(await reply(), { reply: 'failed', last_error: 'not delivered' });

  operator.refusesWith(0x58);
  await operator.says(phone.number, 'BANTUAN');
  await house.runJobs().catch(() => {});
  assert.deepEqual(await reply(), { reply: 'failed', last_error: 'smpp 88' });
  operator.refusesWith(0);
  await office.until('2026-11-26 08:00');
  assert.equal((await reply())?.reply, 'sent');
});

test('where a report goes to the sealed door, nothing is left of what it came by', async () => {
  await office.employ({ name: 'Wira', role: 'wbs-verifier' });
  const phone = phoneAtHome();
  const matter = await matterOf(await phone.says('Atasan saya mengatur pemenang lelang karung beras.'));
  await office.verifier.does(matter, 'message', { text: 'Kami baca hari ini.', substantive: false });
  await house.runJobs();
  const left = async () =>
    (
      await house.database.pool.query<{ n: number }>(
        `select (select count(*) from messages where case_id = $1)::int
              + (select count(*) from notifications where case_id = $1)::int as n`,
        [matter.id],
      )
    ).rows[0]?.n;
  assert.ok(((await left()) ?? 0) > 0);
  await office.verifier.seals(matter, 'Menyebut pejabat.');
  await house.runJobs();
  assert.equal(await left(), 0);
  assert.match(await phone.says(`STATUS ${matter.code}`), /tidak kami temukan/);
});

test('a telephone is enough for an account: the code comes by SMS, to a number of this country alone', async () => {
  const holder = holderAtHome(house, { letters: [] }, '');
  assert.match((await holder.opens('/akun')).html, /Nomor HP/);
  const asks = (address: string) => holder.sends('/akun/masuk', { address });
  assert.match((await asks('+1 202 555 0100')).html, /Nomor HP biasanya/);
  assert.match((await asks('ibu@contoh.test')).html, /Nomor HP biasanya/);
  await asks('0812-0009-9999');
  await house.runJobs();
  const sms = operator.taken.findLast(({ to }) => to === '+6281200099999');
  const [code = ''] = /\d{4} \d{4}/.exec(sms?.text ?? '') ?? [];
  await holder.sends('/akun/kode', { code });
  assert.match((await holder.opens('/akun')).html, /Anda masuk sebagai \+6281200099999/);
});

test('nothing that anybody wrote lies readable in the database', async () => {
  const { rows } = await house.database.pool.query<{ all: string }>(
    `select string_agg(m::text, ' ') as all from messages m`,
  );
  assert.doesNotMatch(rows[0]?.all ?? '', /62812000|galesong|hadiah/i);
});
