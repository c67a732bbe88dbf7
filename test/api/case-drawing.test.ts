import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CaseDrawing } from '../../src/features/flowcharts/contract.ts';
import { testHouse } from '../support/house.ts';
import type { Matter, Officer } from '../support/office.ts';
import { ministry, ministryUnits } from '../support/office-casts.ts';
import { codeOf } from '../support/office-door.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { instant } from '../support/office-time.ts';

/** The drawing of a case for officers: as much of it as the reader's own page tells, and nothing to anybody else. */
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const office = await ministry(house);
const path = ministryPaths(office);
const { officer, otherOfficer, fieldWorker, makassar, head, liaison } = office;

const asks = (who: Officer, { id }: Pick<Matter, 'id'>) =>
  who.ask<CaseDrawing>({ path: `/cases/${id}/drawing` });
async function draws(who: Officer, matter: Matter): Promise<string> {
  const answer = await asks(who, matter);
  assert.equal(answer.status, 200, answer.text);
  return answer.body.svg;
}
/** What is written in it, in its order. */
const wordsOf = (svg: string): string =>
  [...svg.matchAll(/<(?:text|desc|title)[^>]*>([^<]*)</g)].map(([, words]) => words).join(' | ');

test('what is done, where it stands, what follows; late is marked', async () => {
  const matter = await path.accepted(office.citizen());
  const svg = await draws(officer, matter);
  assert.match(svg, /^<svg[^>]*class="living"[^>]*role="img"/);
  assert.match(wordsOf(svg), new RegExp(`dengan perkara ${matter.number} di dalamnya`));
  assert.match(wordsOf(svg), /Langkah 5: sudah\..*Langkah 6: sekarang\..*Langkah 9: dapat menyusul\./);
  assert.match(svg, /<g class="s here/);
  assert.doesNotMatch(svg, /t-late/);
  assert.equal((await asks(officer, matter)).body.version, (await officer.sees(matter)).version);
  await office.until('2026-12-04 09:00');
  assert.match(await draws(officer, matter), /t-late/, 'the first answer is late');
  const english = await officer.ask<CaseDrawing>({
    path: `/cases/${matter.id}/drawing`,
    headers: { 'accept-language': 'en' },
  });
  assert.match(wordsOf(english.body.svg), /with case \d{4}-\d{5} in it/);
});

test('several assignments at once, each with its own time; who has one of them sees that one', async () => {
  const matter = await path.accepted(office.citizen());
  const limit = { amount: 2, unit: 'workingDay' } as const;
  const give = (unit: string) =>
    officer.assigns(matter, { unitId: office.unit(unit), task: 'Kunjungi keluarga', limit });
  const first = await give(ministryUnits.makassar);
  await give(ministryUnits.ternate);
  const whole = wordsOf(await draws(officer, matter));
  assert.match(whole, /1\. Sentra Wirajaya[ |]+Makassar/);
  assert.match(whole, /2\. Sentra Wasana Bahagia[ |]+Ternate/);
  await makassar.assigns(matter, { person: fieldWorker, task: 'Datangi rumahnya', limit, under: first });
  const own = wordsOf(await draws(fieldWorker, matter));
  assert.match(own, new RegExp(fieldWorker.name));
  assert.doesNotMatch(own, /Ternate/, 'nothing of the tasks of others');
});

test('who may not see the case does not see its drawing, and cannot tell whether it is there', async () => {
  const matter = await path.accepted(office.citizen());
  assert.equal(codeOf(await asks(otherOfficer, matter)), 'not-found');
  assert.equal(codeOf(await asks(officer, { id: '01993f3e-0000-7000-8000-000000000000' })), 'not-found');
  const visitor = await house.app.inject({ url: `/api/v1/cases/${matter.id}/drawing` });
  assert.equal(visitor.statusCode, 401);
  assert.equal(codeOf(await asks(officer, { id: 'bukan-id' })), 'invalid-input');
});

test('answered, the reporter is told of and never spoken to', async () => {
  const matter = await path.approved(office.citizen());
  await head.closesReport(matter);
  await liaison.finishes(matter, 'Bantuan sudah cair.');
  const words = wordsOf(await draws(liaison, matter));
  assert.match(words, /Pelapor menanggapi jawaban/);
  assert.doesNotMatch(words, /Anda/);
});
