import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agree, logsOf } from '../../../test/support/agreement.ts';
import { units } from '../../../test/support/cast.ts';
import { testHouse } from '../../../test/support/house.ts';
import { shippedProcedures } from '../../../test/support/office-hours.ts';
import { randomHistory, seeded, withManyLimits } from '../../../test/support/random-histories.ts';
import { foundInstitution, storeHistories } from '../../../test/support/stored-histories.ts';
import { thorough } from '../../../test/support/thorough.ts';
import { makeLibrary } from '../../domain/procedures/library.ts';
import { rebuildCompliance } from '../../main/rebuild-compliance.ts';
import type { ComplianceQuery } from './contract.ts';

/**
 * The figures against a second count that shares no code with the first (`counted-apart.ts`), over ten thousand
 * cases walked at random (a tenth in a quick run), for periods, versions, units and past days. Over the demo world: `seeds/demo/demo.test.ts`.
 */
const shipped = shippedProcedures();
const ministry = shipped.latest('kemensos/pengelolaan-sp4n-lapor');
const campus = shipped.latest('politeknik/pengaduan-online');
const library = makeLibrary([ministry, withManyLimits(ministry, 2), campus]);

const count = thorough ? 10_000 : 1_000;

test(`Over ${count} cases walked at random both counts agree`, async (t) => {
  const house = await testHouse({ now: '2026-11-26T03:00:00.000Z' });
  await foundInstitution(house);
  const random = seeded(2611);
  await storeHistories(house, count, (place) => {
    const procedure = [ministry, campus, library.get(ministry.id, 2)][place % 3] ?? ministry;
    const start = Date.parse('2026-01-02T00:00:00.000Z') + Math.floor(random() * 310 * 86_400_000);
    return randomHistory(random, procedure, new Date(start).toISOString());
  });
  const { database, clock } = house;
  const office = { ...house.office, procedures: library };
  assert.equal(await rebuildCompliance({ database, office, clock: clock.now }), count);

  for (const procedure of [ministry.id, campus.id]) {
    const cases = await logsOf({ database, clock, office }, procedure);
    const year = { procedure, from: '2026-01-01', to: '2026-12-31' };
    const questions: readonly ComplianceQuery[] = [
      year,
      { procedure },
      { ...year, asOf: '2026-06-30' },
      { ...year, asOf: '2026-03-23T08:59:59.999Z' },
      { procedure, from: '2026-02-01', to: '2026-02-28', asOf: '2026-03-04' },
      { ...year, version: library.latest(procedure).version, asOf: '2026-09-17T05:00:00Z' },
      { ...year, unit: units.sentra.id },
      { ...year, unit: units.directorate.id, asOf: '2026-08-18' },
    ];
    for (const question of questions) {
      await t.test(JSON.stringify(question), () => agree({ database, clock, office }, cases, question));
    }
  }
});
