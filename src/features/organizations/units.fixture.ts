import type { Transaction } from 'kysely';
import { testDatabase } from '../../../test/support/database.ts';
import { type Actor, systemActor } from '../../domain/access/actor.ts';
import { openRing } from '../../platform/crypto/key-ring.ts';
import { newHashKeys, openKeys } from '../../platform/crypto/keys.ts';
import { inTransaction } from '../../platform/db/index.ts';
import type { Schema } from '../../platform/db/schema.ts';
import type { Context, Office } from '../context/index.ts';
import { addUnit } from './change-unit.ts';
import type { UnitInput, UnitView } from './contract.ts';
import { addInstitution } from './institutions.ts';

const { database } = await testDatabase<Schema>();
const used = {
  keys: openKeys(openRing('a secret of this test alone'), newHashKeys()),
  procedures: { find: (id: string) => (id === 'uji/satu' ? id : undefined) },
};
const office = used as unknown as Office;
export const institution = {
  id: 'uji',
  name: 'Instansi Uji',
  shortName: 'Uji',
  zone: 'Asia/Jakarta',
  procedureId: 'uji/satu',
  frontUnitId: null,
  description: { id: 'Untuk diuji' },
  active: true,
} as const;

await as(systemActor, async (ctx) => {
  for (const id of ['uji', 'lain']) {
    const added = await addInstitution(ctx, { ...institution, id });
    if (!added.ok) throw new Error(added.error.code);
  }
});

export function as<T>(actor: Actor, work: (ctx: Context) => Promise<T>): Promise<T> {
  return inTransaction(database.kysely, (tx) => work(contextOf(tx, actor)));
}

/** Leaves nothing behind. */
export async function undone(work: (ctx: Context) => Promise<void>): Promise<void> {
  const finished = new Error('rolled back');
  const run = as(systemActor, async (ctx) => {
    await work(ctx);
    throw finished;
  });
  await run.catch((error: unknown) => {
    if (error !== finished) throw error;
  });
}

export async function plantOne(ctx: Context, name: string, parentId: string | null): Promise<UnitView> {
  const added = await addUnit(ctx, 'uji', input(name, parentId));
  if (!added.ok) throw new Error(added.error.code);
  return added.value;
}

export function input(name: string, parentId: string | null): UnitInput {
  return {
    parentId,
    name,
    kind: 'work-unit',
    zone: 'Asia/Jakarta',
    areaCode: null,
    verified: true,
    active: true,
  };
}

export function inputOf(unit: UnitView): UnitInput {
  return { ...input(unit.name, unit.parentId), zone: unit.zone };
}

function contextOf(tx: Transaction<Schema>, actor: Actor): Context {
  return { tx, actor, now: '2026-11-24T02:00:00.000Z', requestId: 'test', locale: 'id', office };
}
