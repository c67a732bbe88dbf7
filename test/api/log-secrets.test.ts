import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildApp } from '../../src/main/app.ts';
import { openLog } from '../../src/platform/log/log.ts';
import { partsOf, testHouse } from '../support/house.ts';
import { ministry, ministryUnits } from '../support/office-casts.ts';
import { asForm, knock } from '../support/office-door.ts';
import { everyonesPassword, handled } from '../support/office-officer.ts';
import { instant } from '../support/office-time.ts';

/** The main job from end to end with the log wide open; then nothing that is anybody's secret stands in it. */
const quiet = await testHouse({ now: instant('2026-11-24 08:15') });
const lines: string[] = [];
const log = openLog('trace', { write: (line: string) => void lines.push(line) });
const app = await buildApp({ ...partsOf(quiet), log });
await app.ready();
const house = { ...quiet, app };
const office = await ministry(house);

test('The log of a whole case at its widest holds no name, word, address, code, key or password', async (t) => {
  t.after(() => app.close());
  const citizen = office.citizen();
  const contact = { name: 'Namarahasia', email: 'surat@rahasia.test', phone: '0812 7777 3311' };
  const words = {
    title: 'Judulrahasia',
    text: 'Uraianrahasia NIK 9900112233445566.',
    place: 'Tempatrahasia',
  };
  const key = { 'idempotency-key': 'kuncirahasia-0001' };
  const sent = await citizen.sends({ ...words, contact }, key);
  assert.equal(sent.status, 201);
  await citizen.sends({ ...words, text: 'Lainrahasia.', contact }, key);
  const matter = await citizen.files(words.text, { ...words, contact });
  await citizen.brings(
    matter,
    { name: 'kartu-rahasia.txt', content: Buffer.from('Isirahasia') },
    'family-card',
  );
  const { verifier, liaison, officer, reviewer, head } = office;
  await verifier.verifies(matter, { title: words.title, note: 'Catatanrahasia' });
  await verifier.reveals(matter, 'Alasanrahasia');
  await verifier.sendsTo(matter, office.unit(ministryUnits.directorate));
  await liaison.accepts(matter);
  await officer.writesReport(matter, { ...handled, findings: 'Temuanrahasia' });
  await reviewer.approves(matter);
  await head.closesReport(matter);
  await liaison.finishes(matter, 'Jawabanrahasia');
  await citizen.confirms(matter, 5, 'Terimakasihrahasia');
  await verifier.list('q=Uraianrahasia');
  const { cookie, csrf } = await verifier.signIn();
  // What goes wrong is logged most readily: wrong passwords, broken bodies, strange addresses, a database that fails.
  const wrong = { email: 'siapa@rahasia.test', password: 'sandirahasia' };
  await knock(house, { path: '/session', body: wrong });
  await knock(house, {
    path: '/submissions',
    payload: '{"text":"Rusakrahasia',
    headers: { 'content-type': 'application/json' },
  });
  await knock(house, {
    path: '/uploads',
    ...asForm({ name: 'berkasrahasia.exe', content: Buffer.from('MZrahasia\0') }),
  });
  await knock(house, { path: `/lacak/${matter.code}` });
  await knock(house, { path: `/tracking/${matter.code}/message`, body: { text: 'Pesanrahasia' } });
  await knock(house, { path: '/lacak/%E0%A4%A?nama=Namarahasia' });
  await house.database.pool.query('alter table submissions rename to submissions_away');
  const failed = await app.inject({ method: 'GET', url: `/api/v1/tracking/${matter.code}` });
  await house.database.pool.query('alter table submissions_away rename to submissions');
  assert.ok(failed.statusCode >= 500);
  await house.runJobs();

  const said = lines.join('');
  assert.ok(lines.length > 25, `the log was open: ${lines.length} lines`);
  assert.match(said, /"route":"\/api\/v1\/submissions"/);
  assert.match(said, /unexpected error|unavailable/);
  const code = matter.code;
  const secrets = [
    /rahasia/i,
    /7777/,
    /9900112233445566/,
    new RegExp(`${code}|${code.replaceAll('-', '')}`, 'i'),
    new RegExp(`${cookie.replace('tuntas_session=', '')}|${csrf}`),
    new RegExp(everyonesPassword),
    /a-test-key-of-more/,
    /Vera|Ujang|@uji\.test/,
    /\b10\.\d+\.\d+\.\d+\b/,
  ];
  for (const secret of secrets) {
    const line = lines.find((one) => secret.test(one));
    assert.equal(line, undefined, `${secret}`);
  }
});
