import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHouse } from '../../../test/support/house.ts';
import { ministry, ministryUnits } from '../../../test/support/office-casts.ts';
import { nextAddress } from '../../../test/support/office-door.ts';
import { fieldValue, readerAtHome } from '../../../test/support/office-pages.ts';
import { ministryPaths } from '../../../test/support/office-paths.ts';
import { statementsOf, work } from '../../../test/support/office-statements.ts';
import { instant } from '../../../test/support/office-time.ts';

/** The way in by the code, and what the page says. Begins on Tuesday 24 November 2026, 08.15 WIB. */
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const office = await ministry(house);
const path = ministryPaths(office);
const citizen = office.citizen();
const reader = readerAtHome(house);
const matter = await path.accepted(citizen);

const ways: readonly (readonly [string, string])[] = [
  ['as printed', matter.code],
  ['in small letters', matter.code.toLowerCase()],
  ['without dashes', matter.code.replaceAll('-', '')],
  ['with spaces', ` ${matter.code.replaceAll('-', ' ')} `],
  ['with long dashes', matter.code.replaceAll('-', ' – ')],
];
for (const [how, typed] of ways) {
  test(`A code ${how} leads to the report`, async () => {
    const sent = await reader.sends('/lacak', { code: typed });
    assert.deepEqual([sent.status, sent.headers.location], [303, `/lacak/${matter.code}`]);
    const opened = await reader.opens(`/lacak/${encodeURIComponent(typed)}`);
    assert.equal(opened.status, 200);
    assert.match(opened.html, new RegExp(`action="/lacak/${matter.code}/pesan"`));
  });
}

const last = matter.code.at(-1) === 'Z' ? 'Y' : 'Z';
const misses: readonly (readonly [string, string])[] = [
  ['nearly right', `${matter.code.slice(0, -1)}${last}`],
  ['too short', matter.code.slice(0, -1)],
  ['of other letters', '0O1I-L0O1-IL0O'],
  ['of nothing', ' '],
  ['that is a number of a case', matter.number],
  ['that is an attack', `"><script>alert(1)</script>`],
];

test('Every miss gets the same page after the same work, with what was typed in its field', async () => {
  const pages: string[] = [];
  const asked: string[][] = [];
  for (const [name, typed] of misses) {
    const seen = await statementsOf(house, async () => {
      const page = await reader.sends('/lacak', { code: typed });
      assert.equal(page.status, 404, name);
      assert.equal(fieldValue(page.html, 'code'), typed, name);
      assert.doesNotMatch(page.html, /<script>/, name);
      pages.push(page.html.replace(/(<input[^>]*name="code"[^>]*value=")[^"]*/, '$1'));
      const opened = await reader.opens(`/lacak/${encodeURIComponent(typed)}`);
      assert.deepEqual([opened.status, fieldValue(opened.html, 'code')], [404, typed], name);
    });
    asked.push(work(seen).map((statement) => statement.text.replace(/\s+/g, ' ')));
  }
  for (const [index, [name]] of misses.entries()) {
    assert.equal(pages[index], pages[0], name);
    assert.deepEqual(asked[index], asked[0], name);
  }
});

test('Too many codes from one address: the field keeps what was typed, and says how long to wait', async () => {
  const address = nextAddress();
  for (let tries = 0; tries < 120; tries += 1) await reader.opens('/lacak/2222-2222-2222', address);
  const page = await reader.sends('/lacak', { code: matter.code }, address);
  assert.equal(page.status, 429);
  assert.equal(fieldValue(page.html, 'code'), matter.code);
  assert.match(String(page.headers['retry-after']), /^\d+$/);
  assert.match(page.words, /Tunggu \d+ detik/);
});

test('Nobody on the way keeps the page, no search engine finds it, no other site learns its address', async () => {
  for (const url of ['/lacak', `/lacak/${matter.code}`, '/lacak/2222-2222-2222']) {
    const { headers, html } = await reader.opens(url);
    assert.equal(headers['cache-control'], 'private, no-store', url);
    assert.equal(headers['referrer-policy'], 'no-referrer', url);
    assert.equal(headers['x-robots-tag'], 'noindex, nofollow', url);
    assert.match(html, /<meta name="robots" content="noindex, nofollow"/, url);
  }
});

test('The first sentence says how it stands, with whom, and by which date', async () => {
  const { words } = await reader.opens(`/lacak/${matter.code}`);
  const unit = ministryUnits.directorate;
  assert.ok(
    words.includes(
      `Laporan Anda sedang ditangani oleh ${unit}. Menurut SOP, selesai seluruhnya paling lambat Jumat, 27 November 2026.`,
    ),
  );
  const english = await readerAtHome(house, 'en').opens(`/lacak/${matter.code}`);
  assert.ok(
    english.words.includes(
      `Your report is being handled by ${unit}. By the SOP the whole is done by Friday, 27 November 2026 at the latest.`,
    ),
  );
  assert.equal(words.includes('Sri'), false, 'never the name of the reporter');
  assert.equal(words.includes('Lina'), false, 'never the name of an officer');
});

test('The arithmetic of every date can be read, tasks included', async () => {
  const assigned = await path.accepted(citizen);
  await office.officer.assigns(assigned, {
    unitId: office.unit(ministryUnits.makassar),
    task: 'Kunjungi keluarga',
    limit: { amount: 2, unit: 'workingDay' },
  });
  const view = await citizen.looks(assigned);
  const { words } = await reader.opens(`/lacak/${assigned.code}`);
  const clocks = [...view.clocks, ...view.assignments.flatMap(({ clock }) => clock ?? [])];
  assert.ok(clocks.length >= 7);
  for (const clock of clocks)
    assert.ok(words.includes(clock.explanation.replaceAll('\u00a0', ' ')), clock.rule);
  // The unit is in Jakarta, the task in Makassar: its own hour first, the unit's in brackets.
  assert.match(words, /Kamis, 26 November, pukul 16\.00 WITA \(15\.00 WIB\)/);
});

test('What was missed is said plainly, with the way to the Ombudsman', async () => {
  const sent = await path.sent(citizen);
  const before = await reader.opens(`/lacak/${sent.code}`);
  assert.doesNotMatch(before.words, /Ombudsman/);
  await office.until('2026-11-25 16:00:01');
  const { words } = await reader.opens(`/lacak/${sent.code}`);
  assert.match(words, /Ada tenggat yang terlewati Unit menerima laporan, seharusnya Rabu, 25 November/);
  assert.match(words, /Ombudsman Republik Indonesia: telepon 137/);
});

test('A form that was refused may be loaded again, and what is no form does not exist', async () => {
  const again = await reader.opens(`/lacak/${matter.code}/pesan`);
  assert.deepEqual([again.status, again.headers.location], [303, `/lacak/${matter.code}`]);
  assert.equal((await reader.sends(`/lacak/${matter.code}/apa`, {})).status, 404);
});

test('The drawing is a document of its own, for this page alone, and as secret as the page', async () => {
  const accepted = await path.accepted(citizen);
  const { html } = await reader.opens(`/lacak/${accepted.code}`);
  const [, address = ''] = /<a href="([^"]+)" data-drawing=/.exec(html) ?? [];
  const drawn = await house.app.inject({ url: address, remoteAddress: nextAddress() });
  assert.equal(drawn.statusCode, 200);
  assert.equal(drawn.headers['content-type'], 'image/svg+xml; charset=utf-8');
  assert.equal(drawn.headers['cache-control'], 'private, no-store');
  assert.equal(drawn.headers['x-frame-options'], 'SAMEORIGIN');
  assert.match(String(drawn.headers['content-security-policy']), /frame-ancestors 'self'/);
  assert.match(drawn.body, /^<\?xml .*<svg [^>]*class="living".*>Sekarang</s);
  assert.equal(drawn.body.includes('Sri'), false, 'never the name of the reporter');
  const unknown = await house.app.inject({
    url: '/lacak/2222-2222-2222/bagan.svg',
    remoteAddress: nextAddress(),
  });
  assert.equal(unknown.statusCode, 404);
});

test('The page with all that it loads is at most 40 kB over the wire', async () => {
  const wire = async (url: string): Promise<{ bytes: number; body: string }> => {
    const headers = { 'accept-encoding': 'br' };
    const { rawPayload, body } = await house.app.inject({ url, headers, remoteAddress: nextAddress() });
    return { bytes: rawPayload.length, body };
  };
  const page = await wire(`/lacak/${matter.code}`);
  const { html } = await reader.opens(`/lacak/${matter.code}`);
  const files = [...html.matchAll(/<(?:link rel="(?:stylesheet|icon)"|script)[^>]*(?:href|src)="([^"]+)"/g)];
  const loaded = files.map(([, url = '']) => url);
  assert.ok(loaded.length >= 8, 'the style sheets and the icon are found');
  let sum = page.bytes;
  for (const url of [...loaded, '/aset/plus-jakarta-sans-latin-wght-normal.woff2'])
    sum += (await wire(url)).bytes;
  assert.ok(sum > 30_000 && sum <= 40_000, `${sum} bytes`);
});
