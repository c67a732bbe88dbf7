import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor } from '../../src/domain/access/actor.ts';
import {
  type ActInput,
  type CaseList,
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
import { ministryPaths } from '../support/office-paths.ts';
import { instant } from '../support/office-time.ts';
import { nobody, plausibleActs } from '../support/plausible-acts.ts';

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

async function toPublish(secrecy: 'L0' | 'L1'): Promise<Matter> {
  const matter = await path.settled(citizen, { secrecy });
  await verifier.does(matter, 'redaction', { parts: [] });
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
  'closed, a public text waiting': () => toPublish('L0'),
  'closed, and public': async () => {
    const matter = await toPublish('L1');
    const { redaction } = await inputsOf(matter).then(({ publication }) => publication);
    await secondVerifier.does(matter, 'publication', { redaction });
    return matter;
  },
  reopened: async () => {
    const matter = await path.answered(citizen);
    await citizen.objects(matter, 'Belum.');
    return matter;
  },
};

const other = await path.verified(citizen);
const inputsOf = (matter: Matter) =>
  plausibleActs(house, matter, { directorate, sentra, spare, other, colleague: office.secondReviewer });

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

/** Where a list shows the case, its row carries the acts of the page. */
async function rowOffers(who: Officer, matter: Matter, offered: readonly string[]): Promise<void> {
  const list = await who.ask<Partial<CaseList>>({ path: `/cases?q=${matter.number}` });
  for (const row of list.body.items ?? [])
    assert.deepEqual(row.acts, offered, `${who.name} (${who.role}), row and page of ${matter.number}`);
}

for (const [stage, reach] of Object.entries(stages)) {
  test(`${stage}: every act by everybody is done exactly where it is offered`, async () => {
    const matter = await reach();
    const input = await inputsOf(matter);
    const version = async () =>
      (await house.database.pool.query('select version from cases where id = $1', [matter.id])).rows[0];
    const before = await version();
    for (const who of everybody) {
      const page = await who.ask<{ acts: readonly string[] }>({ path: `/cases/${matter.id}` });
      const offered = page.status === 200 ? page.body.acts : [];
      await rowOffers(who, matter, offered);
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
  for (const [noun, body] of Object.entries(await inputsOf(matter)) as [OfficerAct, ActInput<OfficerAct>][]) {
    const [real, none] = [
      await stranger.tries(matter, noun, body),
      await stranger.tries({ id: nobody }, noun, body),
    ];
    assert.deepEqual([real.status, codeOf(real)], [none.status, codeOf(none)], noun);
  }
});

test('Nobody acts without signing in', async () => {
  const matter = await path.filed(citizen);
  const all = await inputsOf(matter);
  for (const noun of ordinaryActs)
    assert.equal(
      codeOf(await knock(house, { path: `/cases/${matter.id}/${noun}`, body: all[noun] })),
      'not-signed-in',
      noun,
    );
});
