import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { systemActor } from '../../domain/access/actor.ts';
import type { Context } from '../context/index.ts';
import { changeUnit } from './change-unit.ts';
import type { UnitView } from './contract.ts';
import { listUnits } from './list-units.ts';
import { as, inputOf, plantOne, undone } from './units.fixture.ts';

/** What was asked for and granted: each unit's parent. */
type Parents = Map<string, string | null>;

test('moved about at random, the tree stays a tree and every path tells the truth', async () => {
  const move = fc.tuple(fc.nat(7), fc.option(fc.nat(7), { nil: null }));
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 12 }), (moves) =>
      undone(async (ctx) => {
        const units = await plant(ctx, 8);
        const parents: Parents = new Map(units.map((unit) => [unit.id, unit.parentId]));
        for (const [subject, target] of moves) {
          const above = target === null ? null : (units[target]?.id ?? null);
          await tryMove(ctx, parents, units[subject] as UnitView, above);
        }
        await checkPaths(ctx, parents);
        await checkOrder(ctx, parents);
      }),
    ),
    { numRuns: 40 },
  );
});

test('of two moves at the same moment the second sees the first: no circle', async () => {
  const [a, b] = await as(systemActor, async (ctx) => [
    await plantOne(ctx, 'A', null),
    await plantOne(ctx, 'B', null),
  ]);
  assert.ok(a && b);
  const move = (ctx: Context, unit: UnitView, below: UnitView) =>
    changeUnit(ctx, unit.id, { ...inputOf(unit), parentId: below.id });
  let second: ReturnType<typeof changeUnit> | undefined;
  const first = await as(systemActor, async (ctx) => {
    const done = await move(ctx, a, b);
    let over = false;
    second = as(systemActor, (other) => move(other, b, a)).finally(() => {
      over = true;
    });
    while (!over && !(await somebodyWaits(ctx)));
    return done;
  });
  assert.equal(first.ok, true);
  const refused = await second;
  assert.deepEqual(refused?.ok === false ? refused.error.fields : refused, { parentId: 'own-subtree' });
});

async function somebodyWaits(ctx: Context): Promise<boolean> {
  // Not pg_stat_activity: a transaction sees it as it was when it looked first.
  const { rows } = await sql<{ waiting: boolean }>`
    select exists (select from pg_locks where not granted) as waiting`.execute(ctx.tx);
  return rows[0]?.waiting === true;
}

async function tryMove(
  ctx: Context,
  parents: Parents,
  unit: UnitView,
  parentId: string | null,
): Promise<void> {
  const circle = parentId !== null && ancestors(parents, parentId).includes(unit.id);
  const done = await changeUnit(ctx, unit.id, { ...inputOf(unit), parentId });
  assert.equal(done.ok, !circle, 'only a move below itself is refused');
  if (done.ok) parents.set(unit.id, parentId);
  else assert.deepEqual(done.error.fields, { parentId: 'own-subtree' });
}

async function checkPaths(ctx: Context, parents: Parents): Promise<void> {
  const rows = await ctx.tx.selectFrom('units').selectAll().where('institution_id', '=', 'uji').execute();
  assert.equal(rows.length, parents.size);
  for (const row of rows) {
    assert.equal(row.parent_id, parents.get(row.id));
    assert.equal(row.path, `/${ancestors(parents, row.id).toReversed().join('/')}/`);
  }
}

async function checkOrder(ctx: Context, parents: Parents): Promise<void> {
  const listed = await listUnits(ctx.tx, 'uji');
  assert.deepEqual(listed.map((unit) => unit.id).toSorted(), [...parents.keys()].toSorted());
  for (const [index, unit] of listed.entries()) {
    const above = listed.slice(0, index).findLast((one) => one.depth < unit.depth);
    assert.equal(unit.parentId, above?.id ?? null, 'each stands below the nearest shallower one before it');
  }
}

async function plant(ctx: Context, count: number): Promise<readonly UnitView[]> {
  await ctx.tx.deleteFrom('units').where('institution_id', '=', 'uji').execute();
  const units: UnitView[] = [];
  for (let index = 0; index < count; index += 1) {
    units.push(await plantOne(ctx, `Unit ${index}`, units[Math.floor((index - 1) / 2)]?.id ?? null));
  }
  return units;
}

/** The unit itself and all above it. */
function ancestors(parents: Parents, id: string): readonly string[] {
  const above = parents.get(id) ?? null;
  return above === null ? [id] : [id, ...ancestors(parents, above)];
}
