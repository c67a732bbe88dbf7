import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProcedureMissing } from '../domain/procedures/library.ts';
import type { Office } from '../features/context/index.ts';
import { openLog } from '../platform/log/log.ts';
import { type LiveOffice, watchOffice, withOffice } from './live-office.ts';

/** An office that counts how often it is read; each reading raises the revision where `news` says so. */
function countedOffice(refreshed: (count: number) => void | Promise<void>, news = true) {
  let revision = 0;
  let count = 0;
  const state = () => ({ revision }) as Office;
  const live = {
    get revision() {
      return revision;
    },
    snapshot: (noteChange = () => {}) => ({ ...state(), noteChange }),
    async refresh() {
      count += 1;
      if (news) revision += 1;
      await refreshed(count);
    },
  } as unknown as LiveOffice;
  return { live, count: () => count };
}

test('the watch goes on looking, also after a look that failed, until it is stopped', async () => {
  let resolve = (): void => {};
  const third = new Promise<void>((done) => {
    resolve = done;
  });
  const { live, count } = countedOffice((looks) => {
    if (looks === 1) throw new Error('the database is away');
    if (looks === 3) resolve();
  });
  const watch = watchOffice(live, openLog('silent'), 0.001);
  await third;
  await watch.stop();
  const looks = count();
  await watch.stop();
  assert.equal(count(), looks);
});

test('work that meets a version nobody has read is run once more, and no more than once', async () => {
  const { live } = countedOffice(() => {});
  const seen: number[] = [];
  const done = await withOffice(live, async ({ revision }) => {
    seen.push(revision);
    if (revision === 0) throw new ProcedureMissing('v2');
    return 'done';
  });
  assert.equal(done, 'done');
  assert.deepEqual(seen, [0, 1]);
  const always = async () => {
    throw new ProcedureMissing('v9');
  };
  await assert.rejects(withOffice(live, always), ProcedureMissing);
});

test('a version that is nowhere is a bug, and is not looked for a second time', async () => {
  const { live, count } = countedOffice(() => {}, false);
  let runs = 0;
  await assert.rejects(
    withOffice(live, async () => {
      runs += 1;
      throw new ProcedureMissing('v9');
    }),
    ProcedureMissing,
  );
  assert.deepEqual([runs, count()], [1, 1]);
});

test('whoever changes the office reads it anew, and stays answered where that fails', async () => {
  const { live, count } = countedOffice(() => {
    throw new Error('the database is away');
  });
  const answer = await withOffice(live, async ({ noteChange }) => {
    noteChange();
    return 'committed';
  });
  assert.deepEqual([answer, count()], ['committed', 1]);
});
