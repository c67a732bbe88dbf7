import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHouse } from '../support/house.ts';
import { ministry, ministryUnits } from '../support/office-casts.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { instant } from '../support/office-time.ts';

/** From a second's delay to a missed deadline. Begins on Tuesday 24 November 2026. */
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const office = await ministry(house);
const { verifier, liaison, head, officer } = office;
const directorate = office.unit(ministryUnits.directorate);
const path = ministryPaths(office);
const count = (told: readonly string[], what: string) => told.filter((one) => one === what).length;

test('Sent to the unit one second before the hour, on the hour, and one second after it', async () => {
  const citizen = office.citizen();
  const [early, onTime, late] = [
    await path.verified(citizen),
    await path.verified(citizen),
    await path.verified(citizen),
  ];
  await office.until('2026-11-27 15:59:59');
  await verifier.sendsTo(early, directorate);
  await office.until('2026-11-27 16:00:00');
  await verifier.sendsTo(onTime, directorate);
  assert.equal(count(await verifier.wasTold(late), 'deadline-missed'), 0);
  await office.until('2026-11-27 16:00:01');
  assert.deepEqual(await citizen.stands(late), {
    status: 'verifying',
    step: '4',
    with: ministryUnits.front,
    due: 'Jumat, 27 November 2026',
  });
  assert.ok(count(await verifier.wasTold(late), 'deadline-missed') > 0, 'somebody hears of it at once');
  await verifier.sendsTo(late, directorate);
  const promise = (matter: typeof late) => citizen.promise(matter, 'verification');
  assert.match(await promise(early), /^met/);
  assert.match(await promise(onTime), /^met/);
  assert.match(await promise(late), /^late/);
});

test('A unit that does not accept: its own head hears of it once, nobody elsewhere, and the status stays', async () => {
  const citizen = office.citizen();
  const matter = await path.sent(citizen);
  await office.until('2026-11-30 16:00:00');
  assert.equal(count(await head.wasTold(matter), 'deadline-missed'), 0);
  await office.until('2026-11-30 16:00:01');
  assert.equal(count(await head.wasTold(matter), 'deadline-missed'), 1);
  assert.equal(count(await office.otherHead.wasTold(matter), 'deadline-missed'), 0);
  assert.equal((await citizen.stands(matter)).status, 'dispatched');
  assert.equal((await citizen.stands(matter)).step, '5');
  await house.runJobs();
  assert.equal(count(await head.wasTold(matter), 'deadline-missed'), 1, 'told once');
  assert.ok((await officer.workList('queue=acceptance&late=true')).includes(matter.number));
  await liaison.accepts(matter);
  assert.match(await citizen.promise(matter, 'acceptance'), /^late/);
});

test('A case that nobody was ever given escalates like any other, and the reporter hears of the delay', async () => {
  const citizen = office.citizen();
  const matter = await path.filed(citizen);
  await office.until('2026-12-18 16:00:00');
  assert.equal(count(await citizen.wasTold(matter), 'delayed'), 0);
  await office.until('2026-12-18 16:00:01');
  assert.deepEqual(await citizen.stands(matter), {
    status: 'verifying',
    step: '3',
    with: ministryUnits.front,
    due: 'Kamis, 3 Desember 2026',
  });
  assert.equal(count(await citizen.wasTold(matter), 'delayed'), 1);
  // Verification, the SOP's three days, the notice of completeness, the class: each is missed by itself.
  assert.equal(count(await verifier.wasTold(matter), 'deadline-missed'), 4);
  const shown = (await citizen.looks(matter)).timeline.filter((entry) => entry.type === 'ClockBreached');
  assert.equal(shown.length, 4, 'the reporter sees it as well');
});

test('The notice of a missed deadline names it in words, not in the words of the machine', async () => {
  await house.runJobs();
  const { body } = await verifier.ask<{ items: readonly { template: string; body: string }[] }>({
    path: '/notifications',
  });
  const missed = body.items.filter((item) => item.template === 'deadline-missed');
  assert.ok(missed.length > 0);
  for (const item of missed)
    assert.doesNotMatch(item.body, /class-|overall|verification|completeness-notice|step:/);
});

test('The late ones are found by the clock of the house', async () => {
  const matter = await path.verified(office.citizen());
  const late = async () => (await verifier.workList('queue=distribution&late=true')).includes(matter.number);
  assert.equal(await late(), false);
  await office.until('2026-12-23 16:00:01');
  assert.equal(await late(), true);
});
