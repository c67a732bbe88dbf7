import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import Fastify from 'fastify';
import type { Context } from '../context/index.ts';
import { loadProcedures } from './load.ts';
import { proceduresRoutes } from './routes.ts';

/** The routes on a bare server: they need nothing of a request but the library. */
function aServer(t: TestContext) {
  const loaded = loadProcedures(join(import.meta.dirname, '../../../procedures'));
  assert.ok(loaded.ok);
  const ctx = { office: { procedures: loaded.value } } as unknown as Context;
  const app = Fastify();
  t.after(() => app.close());
  proceduresRoutes({
    app,
    async handle() {
      throw new Error('the library is only read');
    },
    async read(_request, reply, work) {
      const done = await work(ctx);
      if (done.ok) return done.value;
      reply.code(404);
      await reply.send({ code: done.error.code });
      return undefined;
    },
  });
  return app;
}

test('lists every procedure with its number of steps', async (t) => {
  const answer = await aServer(t).inject('/procedures');
  assert.equal(answer.statusCode, 200);
  const items: { id: string; stepCount: number }[] = answer.json();
  assert.deepEqual(
    items.filter(({ id }) => id.startsWith('kemensos/') || id.startsWith('politeknik/')),
    [
      {
        id: 'kemensos/pengelolaan-sp4n-lapor',
        version: 1,
        institution: 'Kementerian Sosial Republik Indonesia',
        title: 'Pengelolaan SP4N-LAPOR!',
        stepCount: 9,
      },
      {
        id: 'politeknik/pengaduan-online',
        version: 1,
        institution: 'Politeknik',
        title: 'Pengaduan Online',
        stepCount: 7,
      },
    ],
  );
});

test('one procedure comes whole through the response schema', async (t) => {
  const answer = await aServer(t).inject('/procedures/kemensos/pengelolaan-sp4n-lapor');
  const view = answer.json();
  assert.equal(view.rows.length, 15);
  assert.deepEqual(view.rows[2].exits, { ya: '4', tidak: '3a' });
  assert.equal(view.rows[0].limit, null);
  assert.deepEqual(view.time.overall, { amount: 3, unit: 'workingDay' });
  assert.equal(view.decree.number, null);
  assert.equal(view.rows[14].next, null);
});

test('an unknown procedure or version is not found', async (t) => {
  const app = aServer(t);
  for (const url of ['/procedures/kemensos/tidak-ada', '/procedures/politeknik/pengaduan-online?version=9']) {
    const answer = await app.inject(url);
    assert.deepEqual([answer.statusCode, answer.json()], [404, { code: 'not-found' }]);
  }
  const first = await app.inject('/procedures/politeknik/pengaduan-online?version=1');
  assert.equal(first.statusCode, 200);
});
