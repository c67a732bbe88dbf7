import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CaseListItem } from '../../../src/features/cases/contract.ts';
import { groupByDue, type ListClock, timeLeft } from './due.ts';

/** Tuesday 24 November 2026, 10.20 WIB. */
const now = Date.parse('2026-11-24T03:20:00Z');

function clock(due: string, over: Partial<NonNullable<ListClock>> = {}): NonNullable<ListClock> {
  return { rule: 'class-complaint', due, zone: 'Asia/Jakarta', colour: 'on-time', daysLeft: 2, ...over };
}

function row(number: string, listClock: ListClock): CaseListItem {
  return { number, clock: listClock } as CaseListItem;
}

describe('grouping by due date', () => {
  it('puts rows under past, today, tomorrow, later, the reporter, paused and none, and leaves empty groups out', () => {
    const groups = groupByDue(
      [
        row('a', clock('2026-11-23T09:00:00Z', { colour: 'late' })),
        row('b', clock('2026-11-24T09:00:00Z', { colour: 'soon' })),
        row('c', clock('2026-11-25T09:00:00Z')),
        row('d', clock('2026-11-27T09:00:00Z')),
        row('e', null),
        row('f', clock('2026-11-20T09:00:00Z', { colour: 'paused' })),
        row('g', clock('2026-12-01T09:00:00Z')),
        row('h', clock('2026-11-25T09:00:00Z', { rule: 'reporter-completes' })),
      ],
      now,
    );
    assert.deepEqual(
      groups.map(({ group, items }) => [group, items.map((item) => item.number).join('')]),
      [
        ['late', 'a'],
        ['today', 'b'],
        ['tomorrow', 'c'],
        ['later', 'dg'],
        ['reporter', 'h'],
        ['paused', 'f'],
        ['none', 'e'],
      ],
    );
    assert.deepEqual(groupByDue([], now), []);
  });

  it('takes the day of the deadline in its own zone', () => {
    const lateEvening = Date.parse('2026-11-24T15:30:00Z'); // 25 November 00.30 in Jayapura, 24 November 22.30 in Jakarta
    const due = '2026-11-25T07:00:00Z';
    assert.equal(groupByDue([row('a', clock(due))], lateEvening)[0]?.group, 'tomorrow');
    assert.equal(
      groupByDue([row('a', clock(due, { zone: 'Asia/Jayapura' }))], lateEvening)[0]?.group,
      'today',
    );
  });
});

describe('time left', () => {
  const left = (due: string, over: Partial<NonNullable<ListClock>> = {}) => timeLeft(clock(due, over), now);

  it('never warns of the time that the reporter has', () => {
    const over = { rule: 'reporter-confirms', colour: 'soon', daysLeft: 1 } as const;
    assert.equal(left('2026-11-25T09:00:00Z', over).tone, 'held');
    assert.equal(left('2026-11-23T09:00:00Z', { ...over, daysLeft: -1 }).tone, 'held');
  });

  it('counts in working days while a day or more is left', () => {
    assert.deepEqual(left('2026-11-26T09:00:00Z'), {
      key: 'console.left.working-days',
      values: { count: 2 },
      tone: 'plain',
    });
  });

  it('counts hours and minutes on the last day', () => {
    assert.deepEqual(left('2026-11-24T07:05:00Z', { colour: 'soon', daysLeft: 0 }), {
      key: 'console.left.hours',
      values: { hours: 3, minutes: 45 },
      tone: 'soon',
    });
    assert.deepEqual(left('2026-11-24T03:20:20Z', { colour: 'soon', daysLeft: 0 }).values, { count: 1 });
  });

  it('says how long ago it passed', () => {
    assert.deepEqual(left('2026-11-19T09:00:00Z', { colour: 'late', daysLeft: -3 }), {
      key: 'console.left.past.working-days',
      values: { count: 3 },
      tone: 'late',
    });
    assert.deepEqual(left('2026-11-23T09:00:00Z', { colour: 'late', daysLeft: 0 }).values, { count: 18 });
  });

  it('knows calendar days, and shows no number while paused', () => {
    assert.equal(
      left('2026-12-20T09:00:00Z', { rule: 'reporter-completes', daysLeft: 26 }).key,
      'console.left.days',
    );
    assert.deepEqual(left('2026-11-20T09:00:00Z', { colour: 'paused' }), {
      key: 'console.left.paused',
      values: {},
      tone: 'held',
    });
  });
});
