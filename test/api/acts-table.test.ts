import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor } from '../../src/domain/access/actor.ts';
import {
  type ActInput,
  caseActs,
  type OfficerAct,
  ordinaryActs,
  reporterActs,
} from '../../src/features/cases/contract.ts';
import { actAsOfficer } from '../../src/features/cases/index.ts';
import { findActor } from '../../src/features/people/index.ts';
import { inTransaction } from '../../src/platform/db/transaction.ts';
import { testHouse } from '../support/house.ts';
import type { Matter, Officer } from '../support/office.ts';
import { ministry, ministryUnits, polytechnic } from '../support/office-casts.ts';
import { codeOf, knock } from '../support/office-door.ts';
import { classification, handled } from '../support/office-officer.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { instant } from '../support/office-time.ts';

/** Every act, by everybody, in every stage: done exactly where the case page offers it. */
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const office = await ministry(house);
const campus = await polytechnic(house);
const path = ministryPaths(office);
const citizen = office.citizen();
const { verifier, secondVerifier, officer, liaison, reviewer, head, makassar, fieldWorker } = office;
const directorate = office.unit(ministryUnits.directorate);
const sentra = office.unit(ministryUnits.makassar);
const spare = await office.employ({
  name: 'Sari pengganti',
  role: 'field-worker',
  unit: ministryUnits.makassar,
});
const limit = { amount: 1, unit: 'workingDay' } as const;
const nobody = '01890000-0000-7000-8000-000000000000';

const everybody: readonly Officer[] = [
  verifier,
  secondVerifier,
  officer,
  liaison,
  reviewer,
  head,
  makassar,
  fieldWorker,
  office.otherOfficer,
  office.controlCentre,
  office.channelOfficer,
  office.inspector,
  campus.admin,
  campus.liaison,
];

async function assigned(): Promise<Matter> {
  const matter = await path.accepted(citizen);
  const under = await officer.assigns(matter, { unitId: sentra, task: 'Kunjungi', limit });
  await makassar.assigns(matter, { person: fieldWorker, under, task: 'Datang', limit });
  return matter;
}

async function oneReported(): Promise<Matter> {
  const matter = await path.accepted(citizen);
  const first = await officer.assigns(matter, { unitId: sentra, task: 'Kunjungi', limit });
  await officer.assigns(matter, { person: fieldWorker, task: 'Datang', limit });
  await makassar.reports(matter, first);
  return matter;
}

const stages: Readonly<Record<string, () => Promise<Matter>>> = {
  'to be verified (3)': () => path.filed(citizen),
  'to be distributed (4)': () => path.verified(citizen),
  'answer waiting for release (4a)': async () => {
    const matter = await path.verified(citizen);
    await verifier.answers(matter, 'Sudah benar.');
    return matter;
  },
  'to be accepted (5)': () => path.sent(citizen),
  'followed up (6)': () => path.accepted(citizen),
  'assigned (7a)': assigned,
  'one of two reported (8)': oneReported,
  'followed up, about the head and another unit': async () => {
    const matter = await path.accepted(citizen);
    await verifier.does(matter, 'conflict', { personId: head.id, unitId: null, reason: 'Disebut.' });
    const unitId = office.unit(ministryUnits.other);
    await officer.does(matter, 'conflict', { personId: null, unitId, reason: 'Disebut.' });
    return matter;
  },
  'to be examined (8a)': () => path.reported(citizen),
  'to be closed (8b)': () => path.approved(citizen),
  'to be finished (9)': async () => {
    const matter = await path.approved(citizen);
    await head.closesReport(matter);
    return matter;
  },
  'answered (9a)': () => path.answered(citizen),
  'awaiting the reporter': async () => {
    const matter = await path.accepted(citizen);
    await officer.asks(matter, 'Di desa mana?');
    return matter;
  },
  merged: async () => {
    const matter = await path.verified(citizen);
    await verifier.merges(matter, await path.verified(citizen));
    return matter;
  },
  referred: async () => {
    const matter = await path.filed(citizen);
    await verifier.refers(matter, 'Dinas', 'Bukan kami.');
    return matter;
  },
  sealed: async () => {
    const matter = await path.filed(citizen);
    await verifier.seals(matter, 'Menyebut pejabat.');
    return matter;
  },
  closed: async () => {
    const matter = await path.answered(citizen);
    await citizen.confirms(matter);
    return matter;
  },
  reopened: async () => {
    const matter = await path.answered(citizen);
    await citizen.objects(matter, 'Belum.');
    return matter;
  },
};

const other = await path.verified(citizen);

/** An input that each act would take, as far as the case allows one at all. */
async function inputs(matter: Matter): Promise<{ [N in OfficerAct]: ActInput<N> }> {
  const row = await house.database.pool.query<{
    state: {
      assignments: { id: string; state: string; person: object | null }[];
      conflicts?: { id: string }[];
    };
  }>('select state from cases where id = $1', [matter.id]);
  const known = row.rows[0]?.state.assignments ?? [];
  const [conflict] = row.rows[0]?.state.conflicts ?? [];
  const open = known.findLast((one) => one.state === 'open')?.id ?? nobody;
  const personal = known.findLast((one) => one.state === 'open' && one.person !== null)?.id ?? nobody;
  const reported = known.findLast((one) => one.state === 'reported')?.id ?? nobody;
  const text = 'Sudah kami periksa.';
  return {
    verification: { ...classification, note: '' },
    classification: { ...classification, reason: text },
    referral: { body: 'Dinas Sosial', reason: text },
    archive: { reason: 'spam', explanation: text },
    question: { text },
    seal: { reason: text },
    merger: { intoNumber: other.number },
    'merger-undoing': {},
    disposition: { unitId: directorate, copyUnitIds: [], note: '' },
    acceptance: {},
    'disposition-return': { reason: text },
    copy: { unitId: sentra },
    assignment: { parentId: null, unitId: sentra, personId: null, task: text, limit: { ...limit } },
    'assignment-report': { assignmentId: open, content: handled },
    'assignment-return': { assignmentId: reported, reason: text },
    'assignment-hand-over': { assignmentId: personal, personId: spare.id, reason: text },
    'assignment-cancellation': { assignmentId: open, reason: text },
    'handling-report': { content: handled },
    'report-correction': { content: handled, note: text },
    'report-return': { reason: text, assignmentId: null },
    'report-approval': { note: '' },
    closure: { note: '' },
    'closure-return': { reason: text },
    finish: { answer: text },
    answer: { text },
    'answer-return': { reason: text },
    'legal-hold': { reason: text },
    'secrecy-lowering': { level: 'L0', reason: text },
    'lowering-confirmation': {},
    'hold-lifting': { reason: text },
    'identity-destruction': { reason: text },
    release: {},
    research: { findings: text, proceed: true },
    examination: { findings: text },
    conclusion: { outcome: 'proven', answer: text },
    message: { text, substantive: false },
    note: { text },
    secrecy: { level: 'L3', reason: text },
    'data-answer': { kind: 'objection', outcome: 'refused', words: text },
    'restriction-lifting': { reason: text },
    reveal: { purpose: 'answer', reason: text },
    conflict: { personId: office.secondReviewer.id, unitId: null, reason: text },
    'conflict-lifting': { conflictId: conflict?.id ?? nobody, reason: text },
  };
}

/** Acts that name one assignment of several: offered where there is one, refused for another's. */
const aboutOne: ReadonlySet<string> = new Set([
  'assignment',
  'assignment-report',
  'assignment-return',
  'assignment-hand-over',
  'assignment-cancellation',
]);
const tooLate = ['not-authorized', 'assignments-open'];

/** Done and undone again: the transaction is rolled back, so that every act meets the same case. */
async function attempt<N extends OfficerAct>(
  who: Officer,
  matter: Matter,
  noun: N,
  input: ActInput<N>,
): Promise<string | null> {
  const undone = new Error('undone');
  let code: string | null = 'not run';
  const { cookie } = await who.signIn();
  await inTransaction(house.database.kysely, async (tx) => {
    const now = house.clock.now();
    const token = cookie.replace('tuntas_session=', '');
    const found = await findActor(tx, house.office.keys, token, now);
    const actor = found?.actor as Actor;
    const ctx = { tx, actor, now, requestId: 'test', locale: 'id', office: house.office } as const;
    const done = await actAsOfficer(ctx, matter.id, noun, input);
    code = done.ok ? null : done.error.code;
    throw undone;
  }).catch((error: unknown) => {
    if (error !== undone) throw error;
  });
  return code;
}

for (const [stage, reach] of Object.entries(stages)) {
  test(`${stage}: every act by everybody is done exactly where it is offered`, async () => {
    const matter = await reach();
    const input = await inputs(matter);
    const version = async () =>
      (await house.database.pool.query('select version from cases where id = $1', [matter.id])).rows[0];
    const before = await version();
    for (const who of everybody) {
      const page = await who.ask<{ acts: readonly string[] }>({ path: `/cases/${matter.id}` });
      const offered = page.status === 200 ? page.body.acts : [];
      for (const noun of Object.keys(caseActs) as OfficerAct[]) {
        const says = `${stage}: ${who.name} (${who.role}), ${noun}`;
        if (offered.includes(noun)) {
          const code = await attempt(who, matter, noun, input[noun]);
          if (code !== null) assert.ok(aboutOne.has(noun) && tooLate.includes(code), `${says}: ${code}`);
        } else {
          const answer = await who.tries(matter, noun, input[noun]);
          assert.ok(answer.status >= 400, `${says} was done, but is not offered`);
        }
      }
    }
    assert.deepEqual(await version(), before, 'nothing was changed by what was refused');
  });

  test(`${stage}: the reporter does exactly what the tracking page offers`, async () => {
    const matter = await reach();
    const body = { text: 'x', reason: 'x', score: 5, comment: '', level: 'L3', kind: 'objection' };
    const { acts } = await citizen.looks(matter);
    const nouns: Readonly<Record<string, string>> = {
      'reporter-message': 'message',
      'reporter-secrecy': 'secrecy',
    };
    const offered = acts.map((act) => nouns[act] ?? act);
    for (const noun of Object.keys(reporterActs) as (keyof typeof reporterActs)[]) {
      if (offered.includes(noun)) continue;
      const answer = await citizen.tries(matter, noun, body);
      assert.ok(answer.status >= 400, `${stage}: ${noun} was done, but is not offered`);
    }
    const [first] = offered;
    if (first !== undefined)
      assert.equal(
        (await citizen.tries(matter, first as keyof typeof reporterActs, body)).status,
        200,
        first,
      );
  });
}

test('A case out of reach and a case that does not exist are refused alike, act by act', async () => {
  const matter = await path.sent(citizen);
  const stranger = office.otherOfficer;
  for (const [noun, body] of Object.entries(await inputs(matter)) as [OfficerAct, ActInput<OfficerAct>][]) {
    const [real, none] = [
      await stranger.tries(matter, noun, body),
      await stranger.tries({ id: nobody }, noun, body),
    ];
    assert.deepEqual([real.status, codeOf(real)], [none.status, codeOf(none)], noun);
  }
});

test('Nobody acts without signing in', async () => {
  const matter = await path.filed(citizen);
  const all = await inputs(matter);
  for (const noun of ordinaryActs)
    assert.equal(
      codeOf(await knock(house, { path: `/cases/${matter.id}/${noun}`, body: all[noun] })),
      'not-signed-in',
      noun,
    );
});
