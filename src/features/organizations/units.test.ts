import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Actor, type PersonActor, systemActor } from '../../domain/access/actor.ts';
import { addCategory, changeCategory, findCategory, listCategories } from './categories.ts';
import { addUnit, changeUnit } from './change-unit.ts';
import type { UnitView } from './contract.ts';
import {
  addInstitution,
  changeInstitution,
  findReceivingInstitution,
  listInstitutions,
} from './institutions.ts';
import { findUnitRef, getUnitRefs } from './list-units.ts';
import { as, input, inputOf, institution, plantOne, undone } from './units.fixture.ts';

test('a unit with open cases is not closed, and one that ever had a case is not moved', async () => {
  await undone(async (ctx) => {
    const parent = await plantOne(ctx, 'Induk', null);
    const unit = await plantOne(ctx, 'Bercase', parent.id);
    const path = (await findUnitRef(ctx.tx, unit.id))?.path ?? '';
    const { id } = await ctx.tx
      .insertInto('cases')
      .values(caseRow({ unit_id: unit.id, unit_path: path, queue: 'handling' }))
      .returning('id')
      .executeTakeFirstOrThrow();
    await ctx.tx
      .insertInto('case_units')
      .values({ case_id: id, unit_id: unit.id, unit_path: path, relation: 'responsible' })
      .execute();
    const close = (one: UnitView) => changeUnit(ctx, one.id, { ...inputOf(one), active: false });
    assert.deepEqual(faults(await close(unit)), { active: 'unit-has-open-cases' });
    assert.deepEqual(faults(await close(parent)), { active: 'unit-has-open-cases' });
    const away = { ...inputOf(unit), parentId: null };
    assert.deepEqual(faults(await changeUnit(ctx, unit.id, away)), { parentId: 'unit-has-cases' });
    assert.ok(
      (await changeUnit(ctx, unit.id, { ...inputOf(unit), name: 'Nama baru' })).ok,
      'a new name is no move',
    );
    await ctx.tx.updateTable('cases').set({ queue: 'none' }).where('id', '=', id).execute();
    assert.deepEqual(faults(await close(parent)), { active: 'unit-has-active-units' });
    assert.ok((await close(unit)).ok);
    assert.equal(await findUnitRef(ctx.tx, unit.id), undefined);
    assert.equal((await getUnitRefs(ctx.tx, 'uji', [unit.id, parent.id])).size, 1);
    assert.ok((await close(parent)).ok);
  });
});

test('the front unit is an active unit of the institution and cannot be closed', async () => {
  await undone(async (ctx) => {
    const unit = await plantOne(ctx, 'Loket', null);
    const foreign = await changeInstitution(ctx, 'lain', { ...institution, frontUnitId: unit.id });
    assert.deepEqual(faults(foreign), { frontUnitId: 'unknown' });
    assert.ok((await changeInstitution(ctx, 'uji', { ...institution, frontUnitId: unit.id })).ok);
    assert.equal((await findReceivingInstitution(ctx.tx, 'uji'))?.frontUnit, 'Loket');
    assert.deepEqual(faults(await changeUnit(ctx, unit.id, { ...inputOf(unit), active: false })), {
      active: 'unit-is-front',
    });
  });
});

test('what a unit names must exist here', async () => {
  await undone(async (ctx) => {
    const elsewhere = await addUnit(ctx, 'lain', input('Unit lain', null));
    assert.ok(elsewhere.ok);
    assert.deepEqual(faults(await addUnit(ctx, 'uji', input('X', elsewhere.value.id))), {
      parentId: 'unknown',
    });
    const nowhere = { ...input('X', null), areaCode: '99.99' };
    assert.deepEqual(faults(await addUnit(ctx, 'uji', nowhere)), { areaCode: 'unknown' });
    const none = await addUnit(ctx, 'tidak-ada', input('X', null));
    assert.deepEqual(none, { ok: false, error: { code: 'not-found' } });
    const noProcedure = await changeInstitution(ctx, 'uji', { ...institution, procedureId: 'uji/tidak-ada' });
    assert.deepEqual(faults(noProcedure), { procedureId: 'unknown' });
  });
});

test('one manages the own institution, a subtree of it, or all of them, and nothing by a narrowed grant', async () => {
  const [top, sub, other] = await as(systemActor, async (ctx) => {
    const root = await plantOne(ctx, 'Atas', null);
    return [root, await plantOne(ctx, 'Bawah', root.id), await plantOne(ctx, 'Samping', null)];
  });
  assert.ok(top && sub && other);
  const topPath = `/${top.id}/`;
  const rename = (who: Actor, unit: UnitView) =>
    as(who, async (ctx) => (await changeUnit(ctx, unit.id, inputOf(unit))).ok);
  const here = manager({ institution: 'uji' });
  assert.equal(await rename(here, other), true);
  assert.equal(await rename(manager({ institution: 'lain' }), other), false);
  assert.equal(await rename(manager({ institution: null }), other), true);
  const local = manager({ institution: 'uji', unitPath: topPath });
  assert.equal(await rename(local, sub), true);
  assert.equal(await rename(local, other), false);
  const lift = await as(local, (ctx) => changeUnit(ctx, sub.id, { ...inputOf(sub), parentId: null }));
  assert.deepEqual(lift, { ok: false, error: { code: 'not-authorized' } });
  assert.equal(await rename(manager({ institution: 'uji', areaCode: '11' }), other), false);
  const founds = (who: Actor) =>
    as(who, async (ctx) => (await addInstitution(ctx, { ...institution, id: 'baru' })).ok);
  assert.equal(await founds(here), false);
  assert.equal(await founds(manager({ institution: null })), true);
  assert.equal(await founds(manager({ institution: null })), false, 'the id is taken');
});

test('categories keep their id, follow their order, and make no circle', async () => {
  await undone(async (ctx) => {
    const add = async (id: string, position: number, parentId: string | null = null) => {
      const added = await addCategory(ctx, 'uji', category(id, position, parentId));
      assert.ok(added.ok);
      return added.value;
    };
    const aid = await add('Bantuan / Sosial', 20);
    assert.equal(aid.id, 'uji-bantuan-sosial');
    assert.equal((await add('Bantuan Sosial!', 10)).id, 'uji-bantuan-sosial-2');
    const child = await add('PKH', 30, aid.id);
    const circle = await changeCategory(ctx, aid.id, category('Bantuan', 20, child.id));
    assert.deepEqual(faults(circle), { parentId: 'own-subtree' });
    assert.deepEqual(faults(await addCategory(ctx, 'lain', category('X', 1, aid.id))), {
      parentId: 'unknown',
    });
    const listed = await listCategories(ctx.tx, 'uji', 'en');
    assert.deepEqual(
      listed.map((one) => one.name),
      ['en Bantuan Sosial!', 'en Bantuan / Sosial', 'en PKH'],
    );
    assert.ok((await changeCategory(ctx, child.id, { ...category('PKH', 30, aid.id), active: false })).ok);
    assert.equal(await findCategory(ctx.tx, 'uji', child.id), undefined);
    assert.equal((await findCategory(ctx.tx, 'uji', aid.id))?.id, aid.id);
  });
});

test('what names no institution goes to the one set up first; a closed one takes nothing in', async () => {
  await undone(async (ctx) => {
    await ctx.tx
      .updateTable('institutions')
      .set({ created_at: '2020-01-01' })
      .where('id', '=', 'uji')
      .execute();
    assert.equal((await findReceivingInstitution(ctx.tx, null))?.id, 'uji');
    assert.ok((await changeInstitution(ctx, 'uji', { ...institution, active: false })).ok);
    assert.notEqual((await findReceivingInstitution(ctx.tx, null))?.id, 'uji');
    assert.equal(await findReceivingInstitution(ctx.tx, 'uji'), undefined);
    assert.ok((await listInstitutions(ctx.tx)).every((one) => one.id !== 'uji'));
  });
});

function category(id: string, position: number, parentId: string | null) {
  const names = { id, en: `en ${id}` };
  return { parentId, names, defaultUnitId: null, suggestsOversight: false, active: true, position };
}

function manager(reach: Partial<PersonActor['grants'][number]>): PersonActor {
  const grant = {
    role: 'system-administrator',
    permissions: ['organization.manage'] as const,
    unitPath: null,
  };
  const anywhere = { institution: null, areaCode: null, categoryId: null };
  return { kind: 'person', id: 'p', name: 'P', unit: null, grants: [{ ...grant, ...anywhere, ...reach }] };
}

function faults(result: { readonly ok: boolean; readonly error?: { readonly fields?: unknown } }) {
  return result.error?.fields;
}

function caseRow(row: { unit_id: string; unit_path: string; queue: string }) {
  return {
    id: '00000000-0000-7000-8000-000000000001',
    number: '2611-00001',
    institution_id: 'uji',
    procedure_id: 'uji/satu',
    procedure_version: 1,
    channel: 'web',
    received_at: '2026-11-24T02:00:00.000Z',
    kind: 'complaint',
    oversight: false,
    urgent: false,
    title: 'Uji',
    secrecy: 'confidential',
    anonymous: false,
    status: 'in-progress',
    paused: false,
    late: false,
    tracking_hash: Buffer.from('uji'),
    state: '{}',
    version: 1,
    words: '',
    updated_at: '2026-11-24T02:00:00.000Z',
    ...row,
  };
}
