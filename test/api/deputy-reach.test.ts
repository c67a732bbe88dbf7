import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { testHouse } from '../support/house.ts';
import { casesOfEverySort, checkPerson, listsOf, type Row } from '../support/lists-and-pages.ts';
import type { Matter, Officer } from '../support/office.ts';
import { ministry, ministryUnits, polytechnic } from '../support/office-casts.ts';
import { codeOf } from '../support/office-door.ts';
import { instant } from '../support/office-time.ts';
import { thorough } from '../support/thorough.ts';

/** Whoever stands in for whomever: the lists and the pages of a deputy agree, and no more comes of it than the absent had. */
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const office = await ministry(house);
const campus = await polytechnic(house);
const administrator = await office.employ({ name: 'Adi', role: 'system-administrator' });
const all: Matter[] = [];

before(async () => {
  all.push(...(await casesOfEverySort(house, office, campus)).all);
});

const somebody = fc.record({
  role: fc.constantFrom(
    'verifier',
    'liaison-officer',
    'unit-officer',
    'reviewer',
    'upt-officer',
    'field-worker',
    'unit-head',
    'control-centre',
    'channel-officer',
    'inspectorate',
  ),
  unit: fc.option(fc.constantFrom(...Object.values(ministryUnits)), { freq: 8 }),
  areaCode: fc.option(fc.constantFrom('32', '73'), { freq: 1 }),
});

/** Whom one of the cases is about, besides: nobody, the deputy, or the absent person. */
const about = fc.constantFrom('nobody', 'deputy', 'absent');

async function standsIn(absent: Officer, deputy: Officer): Promise<string> {
  const day = house.clock.now().slice(0, 10);
  const body = { deputyId: deputy.id, from: day, until: day, reason: 'leave' };
  const path = `/people/${absent.id}/deputies`;
  const answer = await administrator.ask<{ id: string }>({ path, body });
  assert.equal(answer.status, 201, answer.text);
  return answer.body.id;
}

const idsOf = (rows: readonly Row[] = []) => rows.map(({ id }) => id).toSorted();

type Lists = Awaited<ReturnType<typeof listsOf>>;
interface Seen {
  /** Of the deputy and of the absent person, before. */
  readonly alone: Lists;
  readonly theirs: Lists;
  /** Of the deputy while they stand in: whole, and narrowed to either. */
  readonly whole: Lists;
  readonly own: Lists;
  readonly lent: Lists;
}

/** Own and lent make the whole, and neither is more than each of the two had alone. */
function checkParts({ alone, theirs, whole, own, lent }: Seen, says: string): void {
  for (const [query, rows] of whole) {
    const [mine, others] = [idsOf(own.get(query)), idsOf(lent.get(query))];
    assert.deepEqual([...new Set([...mine, ...others])].toSorted(), idsOf(rows), `${says} "${query}"`);
    assert.deepEqual(
      mine.filter((id) => !idsOf(alone.get(query)).includes(id)),
      [],
    );
    assert.deepEqual(
      others.filter((id) => !idsOf(theirs.get(query)).includes(id)),
      [],
    );
  }
}

/** A row says for whom where it is not the deputy's own turn, on their own list, or not theirs to read at all. */
function checkForWhom({ whole, own }: Seen, absent: Officer): void {
  const [mine, read] = [idsOf(own.get('queue=mine')), idsOf(own.get(''))];
  for (const { id, onBehalfOf } of whole.get('queue=mine') ?? [])
    assert.equal(onBehalfOf?.id, mine.includes(id) ? undefined : absent.id);
  for (const { id, onBehalfOf } of whole.get('') ?? [])
    if (!read.includes(id)) assert.equal(onBehalfOf?.id, absent.id);
}

/** What the deputy had alone and has no more is about the absent person or their office, and is not there for them. */
async function checkLost({ alone, whole }: Seen, deputy: Officer): Promise<void> {
  const lost = idsOf(alone.get('')).filter((id) => !idsOf(whole.get('')).includes(id));
  for (const id of lost) assert.ok(await deputy.cannotFind({ id }), `${deputy.name} ${id}`);
}

test('a deputy’s lists: what they show the page opens, their own and the absent person’s together and no more', async () => {
  await fc.assert(
    fc.asyncProperty(somebody, somebody, about, fc.nat(), async (first, second, named, place) => {
      const absent = await office.employ({ name: `Absen ${first.role}`, ...first });
      const deputy = await office.employ({ name: `Pengganti ${second.role}`, ...second });
      const matter = all[place % all.length] as Matter;
      const conflict = {
        personId: (named === 'deputy' ? deputy : absent).id,
        unitId: null,
        reason: 'Disebut.',
      };
      if (named !== 'nobody') await office.verifier.tries(matter, 'conflict', conflict);
      const [alone, theirs] = [await listsOf(deputy), await listsOf(absent)];
      await standsIn(absent, deputy);
      await checkPerson(deputy, all);
      const seen = {
        alone,
        theirs,
        whole: await listsOf(deputy),
        own: await listsOf(deputy, '&for=own'),
        // Nothing may have been lent at all: then there is nobody to narrow it to.
        lent: await listsOf(deputy, `&for=${absent.id}`),
      };
      checkParts(seen, `${absent.name}, ${deputy.name}, ${named}`);
      checkForWhom(seen, absent);
      await checkLost(seen, deputy);
    }),
    { numRuns: thorough ? 40 : 8, seed: 20261128 },
  );
});

test('for whom is one of those whom one stands in for, and of nobody else is it told', async () => {
  const absent = await office.employ({ name: 'Rina', role: 'unit-officer', unit: ministryUnits.directorate });
  const deputy = await office.employ({ name: 'Rudi', role: 'reviewer', unit: ministryUnits.directorate });
  const asks = (named: string) => deputy.ask({ path: `/cases?queue=mine&for=${named}` });
  const refused = await asks(absent.id);
  assert.equal(codeOf(refused), 'invalid-input');
  assert.match(refused.text, /Anda tidak sedang menggantikan orang ini/);
  await standsIn(absent, deputy);
  assert.equal((await asks(absent.id)).status, 200);
  assert.equal(codeOf(await asks(office.officer.id)), 'invalid-input');
  assert.equal(codeOf(await asks('siapa')), 'invalid-input');
});

test('what is about the absent person stays out of the deputy’s own work too', async () => {
  const absent = await office.employ({ name: 'Tuti', role: 'control-centre' });
  const deputy = await office.employ({ name: 'Toni', role: 'verifier' });
  const matter = await office.citizen().files('Bantuan berhenti.');
  await office.verifier.does(matter, 'conflict', { personId: absent.id, unitId: null, reason: 'Disebut.' });
  const shown = async (query: string) => (await deputy.workList(query)).includes(matter.number);
  assert.ok(await shown('queue=mine&limit=200'));
  await standsIn(absent, deputy);
  for (const query of ['', 'queue=mine&', 'queue=verification&'])
    for (const narrowed of ['', '&for=own', `&for=${absent.id}`])
      assert.equal(await shown(`${query}limit=200${narrowed}`), false, `${query}${narrowed}`);
});
