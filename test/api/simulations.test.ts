import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SimulationRequest, SimulationView } from '../../src/features/simulation/contract.ts';
import { testHouse } from '../support/house.ts';
import { ministry } from '../support/office-casts.ts';
import { codeOf } from '../support/office-door.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { keeperAtWork, withRow } from '../support/office-procedures.ts';
import { instant } from '../support/office-time.ts';

const id = 'kemensos/pengelolaan-sp4n-lapor';
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const office = await ministry(house);
const keeper = keeperAtWork(await office.employ({ name: 'Sari', role: 'procedure-manager' }));

/** Two working days, once: enough to see that everything passes through. */
const small = { days: 2, warmUpDays: 1, replications: 2, loads: [1], arrivals: { perDay: 10 } } as const;
const asks = (body: SimulationRequest | Record<string, unknown>, who = keeper.officer) =>
  who.ask<SimulationView>({ method: 'POST', path: '/procedures/simulations', body });

test('a released version is simulated, its assumptions in words, the same for a seed', async () => {
  const body = { procedure: { id }, scenario: { ...small, loads: [1, 2] } };
  const [one, two] = [await asks(body), await asks(body)];
  assert.equal(one.status, 200, one.text);
  assert.equal(one.text, two.text);
  assert.deepEqual(
    one.body.loads.map(({ load }) => load),
    [1, 2],
  );
  assert.equal(one.body.procedure.version, 1);
  const staff = one.body.assumptions.find(
    ({ code, params }) => code === 'staff' && params.actor === 'verifier',
  );
  assert.match(staff?.text ?? '', /^Verifikator: \d+ orang/);
  assert.equal(staff?.source, 'assumed');
});

test('a draft is simulated for who keeps procedures, a document for whoever may read figures', async () => {
  const draft = await keeper.starts({
    procedureId: id,
    reason: 'Waktu verifikasi dicantumkan',
    basedOn: { procedureId: id, version: 1 },
  });
  const changed = await keeper.changes(draft.id, (document) =>
    withRow(document, '3', { limit: { amount: 1, unit: 'workingDay' } }),
  );
  const ofDraft = await asks({ procedure: { draft: draft.id }, scenario: small });
  assert.equal(ofDraft.status, 200, ofDraft.text);
  assert.equal(ofDraft.body.procedure.version, 2);
  assert.equal(ofDraft.body.loads[0]?.steps.find(({ step }) => step === '3')?.promise?.id, 'step:3');
  assert.equal(codeOf(await asks({ procedure: { draft: draft.id } }, office.controlCentre)), 'not-found');
  const ofDocument = await asks(
    { procedure: { id, document: changed.document }, scenario: small },
    office.controlCentre,
  );
  assert.equal(ofDocument.status, 200, ofDocument.text);
  assert.deepEqual(ofDocument.body.loads, ofDraft.body.loads);
});

test('who may not read figures there, what names nothing, and what is too large are refused', async () => {
  const body = { procedure: { id }, scenario: small };
  assert.equal(codeOf(await asks(body, office.channelOfficer)), 'not-authorized');
  assert.equal(codeOf(await asks({ procedure: { id: 'politeknik/pengaduan-online' } })), 'not-authorized');
  assert.equal(codeOf(await asks({ procedure: { id: 'kemensos/tidak-ada' } })), 'not-found');
  assert.equal(codeOf(await asks({ procedure: { id, version: 9 } })), 'not-found');
  // A head of one unit reads the figures of that unit, not of every case of the ministry.
  const past = { from: '2026-11-01', to: '2026-12-01' };
  assert.equal(codeOf(await asks({ ...body, past }, office.head)), 'not-authorized');

  const unknown = await asks({ ...body, scenario: { ...small, staff: { wizard: 2 }, yes: { '5': 1 } } });
  assert.equal(codeOf(unknown), 'invalid-input');
  assert.deepEqual(Object.keys((unknown.body as unknown as { fields: object }).fields), [
    'scenario.staff.wizard',
    'scenario.yes.5',
  ]);
  assert.equal(codeOf(await asks({ ...body, scenario: { start: '2026-02-31' } })), 'invalid-input');
  assert.equal(codeOf(await asks({ ...body, scenario: { ...small, days: 251 } })), 'invalid-input');
  assert.equal(codeOf(await asks({ ...body, scenario: { ...small, start: '2027-12-31' } })), 'calendar-gap');
  const large = { arrivals: { perDay: 100_000 }, days: 250, replications: 50, loads: [100] };
  assert.equal(codeOf(await asks({ ...body, scenario: large })), 'simulation-too-large');
  const endless = { steps: [] };
  assert.equal(codeOf(await asks({ procedure: { id, document: endless } })), 'procedure-not-runnable');
});

test('the past is read from the log: arrivals, times and a replay that gives what happened', async () => {
  const path = ministryPaths(office);
  for (let count = 0; count < 3; count += 1) await path.sent(office.citizen());
  await path.answered(office.citizen());
  const period = { from: '2026-11-01', to: '2027-01-01' };
  const answer = await asks({
    procedure: { id },
    scenario: { ...small, arrivals: undefined },
    past: period,
    replay: period,
  });
  assert.equal(answer.status, 200, answer.text);
  const { replay, assumptions } = answer.body;
  const series = assumptions.find(({ code }) => code === 'arrivals-series');
  assert.equal(series?.params.cases, 4);
  assert.match(series?.text ?? '', /masuk dari 1\sNovember\s2026 sampai sebelum 1\sJanuari\s2027,/u);
  assert.equal(replay?.cases, 4);
  assert.deepEqual([replay?.ended, replay?.reallyEnded], [1, 1]);
  assert.deepEqual([replay?.overall.better, replay?.overall.worse], [0, 0]);
  assert.ok(
    replay?.assumptions.every(({ code }) => !['replay-new-step', 'replay-removed-step'].includes(code)),
  );
  assert.doesNotMatch(answer.text, /title|Vera|Lina/);
});
