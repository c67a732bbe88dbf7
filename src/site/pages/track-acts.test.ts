import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { testHouse } from '../../../test/support/house.ts';
import type { Matter } from '../../../test/support/office.ts';
import { ministry } from '../../../test/support/office-casts.ts';
import { fieldValue, readerAtHome, typedInto } from '../../../test/support/office-pages.ts';
import { ministryPaths } from '../../../test/support/office-paths.ts';
import { instant } from '../../../test/support/office-time.ts';
import { type FormName, formPaths } from './track-forms.ts';

/** Everything that a reporter sends from the tracking page, without a script. */
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const office = await ministry(house);
const path = ministryPaths(office);
const citizen = office.citizen();
const reader = readerAtHome(house);
const photo = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#fff' } })
  .png()
  .toBuffer();

const address = (matter: Matter, form: FormName): string => `/lacak/${matter.code}/${formPaths[form]}`;

/** Presses the button of a form on the page as it is now. */
async function press(matter: Matter, form: FormName, fields: Record<string, string>) {
  const seen = fieldValue((await reader.opens(`/lacak/${matter.code}`)).html, 'seen');
  return reader.sends(address(matter, form), { seen, ...fields });
}

async function asked(): Promise<Matter> {
  const matter = await path.filed(citizen);
  await office.verifier.asks(matter, 'Di desa mana?');
  return matter;
}

const events = async (matter: Matter, type: string): Promise<number> =>
  (await citizen.looks(matter)).timeline.filter((entry) => entry.type === type).length;

interface Act {
  readonly form: FormName;
  readonly begin: () => Promise<Matter>;
  readonly fields: Record<string, string>;
  readonly trace: string;
  readonly noted: string;
  readonly says: RegExp;
}

const acts: readonly Act[] = [
  {
    form: 'completion',
    begin: asked,
    fields: { text: 'Desa Galesong.' },
    trace: 'ReporterCompleted',
    noted: 'completion',
    says: /Jawaban Anda sudah kami catat/,
  },
  {
    form: 'message',
    begin: () => path.filed(citizen),
    fields: { text: 'Ada kabar?' },
    trace: 'MessageFromReporter',
    noted: 'message',
    says: /Pesan Anda sudah kami catat/,
  },
  {
    form: 'verdict',
    begin: () => path.answered(citizen),
    fields: { verdict: 'confirmation', score: '5', comment: 'Cepat.' },
    trace: 'CaseConfirmed',
    noted: 'confirmation',
    says: /Anda memberi nilai 5 dari 5: Sangat baik/,
  },
  {
    form: 'verdict',
    begin: () => path.answered(citizen),
    fields: { verdict: 'objection', reason: 'Belum cair.' },
    trace: 'ObjectionRaised',
    noted: 'objection',
    says: /dibuka kembali dan diperiksa orang lain/,
  },
  {
    form: 'verdict',
    begin: () => path.answered(citizen),
    fields: { verdict: 'rating', score: '2', comment: '' },
    trace: 'CaseRated',
    noted: 'rating',
    says: /Anda memberi nilai 2 dari 5: Buruk/,
  },
  {
    form: 'objection',
    begin: async () => {
      const matter = await path.filed(citizen);
      await office.verifier.refers(matter, 'Dinas Sosial', 'Kewenangan daerah.');
      return matter;
    },
    fields: { reason: 'Ini program kementerian.' },
    trace: 'ObjectionRaised',
    noted: 'objection',
    says: /Ini program kementerian\./,
  },
  {
    form: 'rating',
    begin: async () => {
      const matter = await path.answered(citizen);
      await citizen.confirms(matter);
      return matter;
    },
    fields: { score: '4', comment: 'Baik.' },
    trace: 'CaseRated',
    noted: 'rating',
    says: /Anda memberi nilai 4 dari 5: Baik/,
  },
  {
    form: 'secrecy',
    begin: () => path.filed(citizen),
    fields: { level: 'L3' },
    trace: 'SecrecyRaised',
    noted: 'secrecy',
    says: /Anonim dan rahasia/,
  },
  {
    form: 'withdrawal',
    begin: () => path.filed(citizen),
    fields: { reason: 'Sudah selesai sendiri.', sure: 'ya' },
    trace: 'CaseWithdrawn',
    noted: 'withdrawal',
    says: /Anda mencabut laporan Anda pada Selasa, 24 November 2026/,
  },
];

for (const { form, begin, fields, trace, noted, says } of acts) {
  const which = fields.verdict === undefined ? form : `${form} (${fields.verdict})`;
  test(`${which}: done, noted, and not done twice by two presses of one button`, async () => {
    const matter = await begin();
    const seen = fieldValue((await reader.opens(`/lacak/${matter.code}`)).html, 'seen');
    const send = () => reader.sends(address(matter, form), { seen, ...fields });
    const pressed = [...(await Promise.all([send(), send()])), await send()];
    for (const { status, headers } of pressed)
      assert.deepEqual([status, headers.location], [303, `/lacak/${matter.code}?catatan=${noted}`]);
    assert.equal(await events(matter, trace), 1);
    const page = await reader.opens(`/lacak/${matter.code}?catatan=${noted}`);
    assert.match(page.html, /<p class="noted" role="status">/);
    assert.match(page.words, says);
  });
}

test('The same words from a page opened anew are a second message', async () => {
  const matter = await path.filed(citizen);
  await press(matter, 'message', { text: 'Ada kabar?' });
  await press(matter, 'message', { text: 'Ada kabar?' });
  assert.equal(await events(matter, 'MessageFromReporter'), 2);
});

test('Withdrawing asks first: the first press changes nothing and keeps the reason', async () => {
  const matter = await path.filed(citizen);
  const sure = await press(matter, 'withdrawal', { reason: 'Sudah "selesai".' });
  assert.equal(sure.status, 200);
  assert.equal(typedInto(sure.html, 'pencabutan-reason'), 'Sudah "selesai".');
  assert.match(sure.words, /tidak dapat dibuka kembali/);
  assert.equal((await citizen.looks(matter)).status, 'verifying');
});

test('Secrecy is offered only upwards, and never what would open something', async () => {
  const levels = (html: string): string[] =>
    [...html.matchAll(/name="level"[^>]*value="(L\d)"/g)].map((one) => one[1] ?? '');
  const offered = async (secrecy: 'L0' | 'L1' | 'L2' | 'L3') =>
    levels(
      (await reader.opens(`/lacak/${(await citizen.files('Antrean panjang.', { secrecy })).code}`)).html,
    );
  assert.deepEqual(await offered('L0'), ['L1', 'L2', 'L3']);
  assert.deepEqual(await offered('L1'), ['L3']);
  assert.deepEqual(await offered('L2'), ['L3']);
  assert.deepEqual(await offered('L3'), []);
});

test('The question is answered with words and a photo; a photo alone is an answer', async () => {
  const both = await asked();
  const file = { field: 'attachments', name: 'surat bank.png', content: photo };
  const sent = await reader.sendsFiles(address(both, 'completion'), { text: 'Desa Galesong.' }, [file]);
  assert.equal(sent.status, 303);
  const view = await citizen.looks(both);
  assert.deepEqual(
    [view.status, view.attachments.map(({ name }) => name)],
    ['verifying', ['surat bank.png']],
  );
  const alone = await asked();
  assert.equal((await reader.sendsFiles(address(alone, 'completion'), { text: ' ' }, [file])).status, 303);
  assert.match((await reader.opens(`/lacak/${alone.code}`)).words, /menjawab, Selasa.* surat bank\.png/s);
});

test('Files come later; the same file twice is one; the family card is not asked for again', async () => {
  const matter = await path.filed(citizen);
  const file = { field: 'attachments', name: 'foto.png', content: photo };
  const send = () => reader.sendsFiles(address(matter, 'attachments'), {}, [file]);
  for (const { headers } of [...(await Promise.all([send(), send()])), await send()])
    assert.equal(headers.location, `/lacak/${matter.code}?catatan=attachments`);
  assert.equal((await citizen.looks(matter)).attachments.length, 1);
  assert.match((await reader.opens(`/lacak/${matter.code}`)).html, /id="kartu-keluarga-kk"/);
  await reader.sendsFiles(address(matter, 'family-card'), {}, [
    { field: 'kk', name: 'KK Sri.png', content: photo },
  ]);
  const { html, words } = await reader.opens(`/lacak/${matter.code}`);
  assert.doesNotMatch(html, /id="kartu-keluarga-kk"/);
  assert.match(words, /Kartu Keluarga 1 kB, disegel/);
});
