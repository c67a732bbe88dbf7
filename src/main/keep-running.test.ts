import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepRunning } from './keep-running.ts';

/** A queue that ends when it is told to, by itself or from outside. */
function queue() {
  let settle: { end(): void; giveUp(error: Error): void } = { end() {}, giveUp() {} };
  const promise = new Promise<void>((resolve, reject) => {
    settle = { end: resolve, giveUp: reject };
  });
  let hasEnded = false;
  const end = () => {
    hasEnded = true;
    settle.end();
  };
  return {
    promise,
    end,
    giveUp: () => settle.giveUp(new Error('the connection was lost')),
    stop: async () => end(),
    hasEnded: () => hasEnded,
  };
}

function house(answers: readonly (() => Promise<ReturnType<typeof queue>>)[]) {
  let asked = 0;
  const said: unknown[] = [];
  return {
    begin: () => {
      asked += 1;
      return (answers[asked - 1] ?? answers.at(-1) ?? (() => Promise.reject(new Error('none'))))();
    },
    log: { warn: (...words: unknown[]) => void said.push(words) },
    asked: () => asked,
    said,
  };
}

/** Until everything that is ready to go on has gone on. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await settled();
}

for (const [how, ends] of [
  ['gives up', (one: ReturnType<typeof queue>) => one.giveUp()],
  ['ends by itself', (one: ReturnType<typeof queue>) => one.end()],
] as const) {
  test(`a queue that ${how} is begun anew, as often as it takes`, async () => {
    const [first, second] = [queue(), queue()];
    const away = () => Promise.reject(new Error('the database is away'));
    const { begin, log, asked, said } = house([async () => first, away, away, async () => second]);
    const kept = await keepRunning(begin, log, 0);
    ends(first);
    await until(() => asked() === 4);
    await settled();
    assert.equal(said.length, 1);
    assert.equal(second.hasEnded(), false);
    await kept.stop();
    assert.equal(second.hasEnded(), true);
    assert.equal(asked(), 4, 'stopped is stopped');
  });
}

test('asked to stop while it is being begun anew, it is stopped as soon as it stands', async () => {
  const [first, second] = [queue(), queue()];
  let stand: () => void = () => {};
  const slow = () =>
    new Promise<ReturnType<typeof queue>>((resolve) => {
      stand = () => resolve(second);
    });
  const { begin, log, asked } = house([async () => first, slow]);
  const kept = await keepRunning(begin, log, 0);
  first.giveUp();
  await until(() => asked() === 2);
  const stopping = kept.stop();
  stand();
  await stopping;
  assert.equal(second.hasEnded(), true);
});

test('where it cannot be begun at all, the start says so', async () => {
  const { begin, log } = house([() => Promise.reject(new Error('the database is away'))]);
  await assert.rejects(keepRunning(begin, log, 0), /the database is away/);
});
