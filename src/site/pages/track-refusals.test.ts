import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import sharp from 'sharp';
import { testHouse } from '../../../test/support/house.ts';
import type { Matter } from '../../../test/support/office.ts';
import { ministry } from '../../../test/support/office-casts.ts';
import { nextAddress } from '../../../test/support/office-door.ts';
import { decoded, fieldValue, readerAtHome, typedInto } from '../../../test/support/office-pages.ts';
import { ministryPaths } from '../../../test/support/office-paths.ts';
import { instant } from '../../../test/support/office-time.ts';
import { type FormName, formPaths } from './track-forms.ts';

/** What is refused comes back whole; whatever was typed is data. */
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

/** A refusal: what was pressed, what is wrong with which field, and what must still be there. */
const long = 'a'.repeat(4001);
const tooLong = 'b'.repeat(20_001);
const refusals: readonly (readonly [
  string,
  FormName,
  () => Promise<Matter>,
  Record<string, string>,
  string,
])[] = [
  ['a message of nothing', 'message', () => path.filed(citizen), { text: '\u200b \n' }, 'text'],
  ['a message that is too long', 'message', () => path.filed(citizen), { text: tooLong }, 'text'],
  ['an answer that is too long', 'completion', asked, { text: tooLong }, 'text'],
  ['an empty answer', 'completion', asked, { text: '' }, 'text'],
  [
    'no verdict chosen',
    'verdict',
    () => path.answered(citizen),
    { reason: 'Belum.', comment: 'Lama.' },
    'verdict',
  ],
  [
    'an objection without a reason',
    'verdict',
    () => path.answered(citizen),
    { verdict: 'objection', reason: ' ', comment: 'Lama.', score: '2' },
    'reason',
  ],
  [
    'a verdict of too many words',
    'verdict',
    () => path.answered(citizen),
    { verdict: 'confirmation', comment: long },
    'comment',
  ],
  [
    'a rating without a score',
    'verdict',
    () => path.answered(citizen),
    { verdict: 'rating', comment: 'Lama.' },
    'score',
  ],
  [
    'a reason that is too long',
    'withdrawal',
    () => path.filed(citizen),
    { reason: long, sure: 'ya' },
    'reason',
  ],
  ['no level chosen', 'secrecy', () => path.filed(citizen), {}, 'level'],
  ['no file chosen', 'attachments', () => path.filed(citizen), {}, 'attachments'],
];
for (const [name, form, begin, fields, fault] of refusals) {
  test(`Refused, ${name}: the page comes back with everything typed and the way to the field`, async () => {
    const matter = await begin();
    const before = await citizen.looks(matter);
    const page = await press(matter, form, fields);
    assert.equal(page.status, 422);
    assert.match(page.html, /<div class="sum" role="alert">/);
    const id = `${formPaths[form]}-${fault}`;
    assert.match(page.html, new RegExp(`<a href="#${id}">`), 'a link to the field');
    assert.match(page.html, new RegExp(`<(?:textarea|input|fieldset)[^>]*\\bid="${id}"`), 'which is there');
    assert.match(page.html, new RegExp(`id="${id}-e"`), 'and says what is wrong');
    for (const [field, typed] of Object.entries(fields)) {
      if (field === 'sure') continue;
      if (field === 'verdict' || field === 'score')
        assert.match(
          page.html,
          new RegExp(
            `name="${field}"[^>]*checked[^>]*value="${typed}"|name="${field}" value="${typed}"[^>]*checked`,
          ),
          field,
        );
      else assert.equal(typedInto(page.html, `${formPaths[form]}-${field}`), typed, field);
    }
    assert.deepEqual(await citizen.looks(matter), before, 'nothing has changed');
  });
}

test('A file that cannot be kept is named, and the answer beside it is not lost', async () => {
  const matter = await asked();
  const files = [
    { field: 'attachments', name: 'baik.png', content: photo },
    { field: 'attachments', name: 'virus.exe', content: Buffer.from('MZ\x90\0\x03\0\0\0') },
  ];
  const page = await reader.sendsFiles(address(matter, 'completion'), { text: 'Desa Galesong.' }, files);
  assert.equal(page.status, 422);
  assert.match(page.words, /“virus\.exe” belum dapat kami simpan/);
  assert.equal(typedInto(page.html, 'jawaban-text'), 'Desa Galesong.');
  const view = await citizen.looks(matter);
  assert.deepEqual(
    [view.status, view.attachments.map(({ name }) => name)],
    ['awaiting-reporter', ['baik.png']],
  );
});

test('The case has moved on: what was typed is there and can go as a message instead', async () => {
  const matter = await asked();
  const { html } = await reader.opens(`/lacak/${matter.code}`);
  await citizen.completes(matter, 'Lewat jalan lain.');
  const page = await reader.sends(address(matter, 'completion'), {
    seen: fieldValue(html, 'seen'),
    text: 'Desa\nGalesong.',
  });
  assert.equal(page.status, 409);
  assert.equal(typedInto(page.html, 'tulisan'), 'Desa\nGalesong.');
  assert.match(page.words, /Keadaan laporan sudah berubah/);
  const withdrawn = await path.filed(citizen);
  await citizen.withdraws(withdrawn, '');
  const late = await reader.sends(address(withdrawn, 'message'), { text: 'Masih ada?' });
  assert.deepEqual([late.status, typedInto(late.html, 'tulisan')], [409, 'Masih ada?']);
});

test('Too many requests, or no database: the words come back alone, with a button to send them again', async () => {
  const matter = await path.filed(citizen);
  const busy = nextAddress();
  for (let tries = 0; tries < 120; tries += 1) await reader.opens('/lacak/2222-2222-2222', busy);
  const limited = await reader.sends(address(matter, 'message'), { seen: '3', text: 'Ada kabar?' }, busy);
  assert.deepEqual([limited.status, typedInto(limited.html, 'text')], [429, 'Ada kabar?']);
  assert.match(limited.html, new RegExp(`action="${address(matter, 'message')}"`));
  assert.equal(fieldValue(limited.html, 'seen'), '3');

  await sql`alter table cases rename to cases_away`.execute(house.database.kysely);
  const away = await reader.sends(address(matter, 'message'), { text: 'Ada kabar?' });
  await sql`alter table cases_away rename to cases`.execute(house.database.kysely);
  assert.deepEqual([away.status, typedInto(away.html, 'text')], [503, 'Ada kabar?']);
  const { timeline } = await citizen.looks(matter);
  assert.equal(
    timeline.some((entry) => entry.type === 'MessageFromReporter'),
    false,
  );
});

/** Whatever is typed anywhere is data: it is shown as it was typed, and never becomes part of the page. */
const strange: Readonly<Record<string, string>> = {
  html: `</textarea><script>alert(1)</script><img src=x onerror=alert(2)>&amp;"'`,
  rightToLeft: 'مرحبا \u202ekebalik\u202c שלום',
  zeroWidth: 'ru\u200bmah\u200d dan \ufeff\u2060sawah',
  template: '{unit} {{7*7}} ${kind} {kind, select, other {x}} <b>',
  lines: '\n\nsatu\n\tdua  tiga',
};
for (const [name, text] of Object.entries(strange)) {
  test(`${name}: kept to the letter and shown as data, refused or taken, in every field`, async () => {
    const unharmed = (html: string): void => {
      assert.doesNotMatch(html, /<script>alert|<img src=x|<b> /);
      assert.equal(html.split('</body>').length, 2);
    };
    const shown = (html: string): void => {
      unharmed(html);
      assert.ok(decoded(html).includes(text.trim()), 'shown as it was typed');
    };
    const matter = await asked();
    const filler = 'x'.repeat(20_001);
    const refused = await press(matter, 'completion', { text: text + filler });
    assert.equal(typedInto(refused.html, 'jawaban-text'), text + filler);
    unharmed(refused.html);
    await press(matter, 'completion', { text });
    await press(matter, 'message', { text });
    const sure = await press(matter, 'withdrawal', { reason: text });
    assert.equal(typedInto(sure.html, 'pencabutan-reason'), text);
    shown((await reader.opens(`/lacak/${matter.code}`)).html);

    const answered = await path.answered(citizen, { answer: text });
    const wrong = await press(answered, 'verdict', { reason: text, comment: text });
    assert.equal(typedInto(wrong.html, 'tanggapan-reason'), text);
    assert.equal(typedInto(wrong.html, 'tanggapan-comment'), text);
    await press(answered, 'verdict', { verdict: 'rating', score: '3', comment: text });
    await press(answered, 'verdict', { verdict: 'objection', reason: text });
    shown((await reader.opens(`/lacak/${answered.code}`)).html);

    const story = await citizen.files(`Laporan ${text}`, {
      title: text.slice(0, 200),
      place: text.slice(0, 200),
    });
    shown((await reader.opens(`/lacak/${story.code}`)).html);
    const told = await path.filed(citizen);
    await office.verifier.reveals(told, text);
    await office.verifier.refers(told, text.slice(0, 200), text);
    shown((await reader.opens(`/lacak/${told.code}`)).html);
  });
}
