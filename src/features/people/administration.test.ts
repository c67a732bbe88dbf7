import assert from 'node:assert/strict';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import type { Transaction } from 'kysely';
import { testDatabase } from '../../../test/support/database.ts';
import { type Actor, type PersonActor, systemActor } from '../../domain/access/actor.ts';
import { generatePassword, verifyPassword } from '../../platform/crypto/password.ts';
import { inTransaction } from '../../platform/db/index.ts';
import type { Schema } from '../../platform/db/schema.ts';
import type { Context } from '../context/index.ts';
import { listUnits } from '../organizations/index.ts';
import { addPerson, changePerson, resetPassword, unlockPerson } from './administer-people.ts';
import { findAssignee, listAssignees } from './assignees.ts';
import type { PersonInput } from './contract.ts';
import { findActor } from './find-actor.ts';
import { listPeople } from './list-people.ts';
import { contextOf, importReference, office } from './office.fixture.ts';
import { openSession } from './open-session.ts';
import { importRoles, listRoles } from './roles.ts';

const { database } = await testDatabase<Schema>();
const units = new Map<string, string>();
const first = { password: 'x', hash: 'not a hash: nobody signs in with it here' };
let serial = 0;

before(async () => {
  await importReference(database);
  await importReference(database);
  await asActor(systemActor, async ({ tx }) => {
    for (const unit of [...(await listUnits(tx, 'kemensos')), ...(await listUnits(tx, 'politeknik'))]) {
      units.set(unit.name, unit.id);
    }
  });
});

test('an administrator gives every role of the institution to others, and none of another institution', async () => {
  const admin = await actor([grant('system-administrator')]);
  const inUnit = grant('unit-officer', 'Direktorat Rehabilitasi Sosial Anak');
  const added = await add(admin, [inUnit, grant('inspectorate')]);
  assert.ok(added.ok);
  assert.deepEqual(
    added.value.person.grants.map((held) => [held.roleName, held.unitName]),
    [
      ['Inspektorat', null],
      ['Petugas unit', 'Direktorat Rehabilitasi Sosial Anak'],
    ],
  );
  const elsewhere = await asActor(admin, (ctx) => addPerson(ctx, 'politeknik', input([]), first));
  assert.deepEqual(elsewhere, { ok: false, error: { code: 'not-authorized' } });
  const foreignUnit = await add(admin, [grant('unit-officer', 'UPT Perpustakaan')]);
  assert.deepEqual(faults(foreignUnit), { 'grants.0.unitId': 'unknown' });
  assert.deepEqual(faults(await add(admin, [grant('verifier'), grant('no-such-role')])), {
    'grants.1.roleId': 'unknown',
  });
});

test('nobody administers himself, and an administrator has no content', async () => {
  const admin = await actor([grant('system-administrator')]);
  const own = await asActor(admin, (ctx) => changePerson(ctx, admin.id, input([grant('verifier')])));
  assert.deepEqual(own, { ok: false, error: { code: 'same-person' } });
  const mixed = await add(admin, [grant('system-administrator'), grant('verifier')]);
  assert.deepEqual(faults(mixed), { grants: 'administrator-without-content' });
});

test('an administrator of a subtree stays within it and below himself', async () => {
  const rehsos = 'Direktorat Jenderal Rehabilitasi Sosial';
  const below = 'Direktorat Rehabilitasi Sosial Anak';
  const local = await actor([grant('system-administrator', rehsos)]);
  const chief = await person([grant('system-administrator')], below);
  assert.ok((await add(local, [grant('unit-officer', below)], below)).ok);
  const refused = [
    await add(local, [grant('unit-officer', below)], 'Biro Hubungan Masyarakat'),
    await add(local, [grant('unit-officer', 'Biro Hubungan Masyarakat')], below),
    await add(local, [grant('verifier')], below),
    await add(local, [grant('system-administrator', below)], below),
    await asActor(local, (ctx) => resetPassword(ctx, chief, first)),
    await asActor(local, (ctx) => unlockPerson(ctx, chief)),
  ];
  for (const one of refused) assert.deepEqual(one, { ok: false, error: { code: 'not-authorized' } });
  const listed = await asActor(local, (ctx) => listPeople(ctx, 'kemensos', {}));
  assert.ok(listed.ok);
  assert.ok(listed.value.items.every((one) => one.unit?.name.includes('Rehabilitasi Sosial')));
});

test('a person without the permission sees and changes nobody', async () => {
  const verifier = await actor([grant('verifier')]);
  assert.deepEqual(await add(verifier, []), { ok: false, error: { code: 'not-authorized' } });
  const listed = await asActor(verifier, (ctx) => listPeople(ctx, 'kemensos', {}));
  assert.deepEqual(listed, { ok: false, error: { code: 'not-authorized' } });
});

test('deactivating and resetting end every session at once', async () => {
  const id = await person([grant('verifier')]);
  const open = () =>
    asActor(systemActor, async (ctx) => {
      const opened = await openSession(ctx, id, { userAgent: '', replaces: null });
      return opened.token;
    });
  const holder = (token: string) =>
    asActor(systemActor, ({ tx, now }) => findActor(tx, office.keys, token, now));
  const before = await open();
  assert.equal((await holder(before))?.actor.id, id);
  await asActor(systemActor, (ctx) => resetPassword(ctx, id, first));
  assert.equal(await holder(before), undefined);
  const after = await open();
  await asActor(systemActor, (ctx) =>
    changePerson(ctx, id, { ...input([grant('verifier')]), active: false }),
  );
  assert.equal(await holder(after), undefined);
  const { rows } = await database.pool.query('select 1 from sessions where person_id = $1', [id]);
  assert.equal(rows.length, 0);
});

test('an address belongs to one person, whatever its capitals', async () => {
  const given = { ...input([]), email: 'Sama@Contoh.test' };
  assert.ok((await asActor(systemActor, (ctx) => addPerson(ctx, 'kemensos', given, first))).ok);
  const again = await asActor(systemActor, (ctx) =>
    addPerson(ctx, 'politeknik', { ...given, email: 'sama@contoh.test' }, first),
  );
  assert.deepEqual(faults(again), { email: 'taken' });
  const bad = await asActor(systemActor, (ctx) =>
    addPerson(ctx, 'kemensos', { ...given, email: 'bukan surel' }, first),
  );
  assert.deepEqual(faults(bad), { email: 'not-an-email' });
});

test('people are listed by name, page after page, each once', async () => {
  for (let count = 0; count < 55; count += 1) await person([], undefined, 'politeknik');
  const admin = await actor([grant('system-administrator')], 'politeknik');
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await asActor(admin, (ctx) => listPeople(ctx, 'politeknik', { cursor }));
    assert.ok(page.ok);
    seen.push(...page.value.items.map((one) => one.id));
    cursor = page.value.next ?? undefined;
  } while (cursor !== undefined);
  assert.equal(new Set(seen).size, seen.length);
  assert.equal(seen.length, 56);
  const searched = await asActor(admin, (ctx) => listPeople(ctx, 'politeknik', { q: '100%' }));
  assert.deepEqual(searched, { ok: true, value: { items: [], next: null } });
});

test('a grant by unit carries the path of the unit, one without the institution of the person', async () => {
  const held = await actor([
    grant('unit-officer', 'Sentra Meohai Kendari'),
    { ...grant('verifier'), areaCode: null, categoryId: 'kemensos-sembako-bpnt' },
  ]);
  const [officer, verifier] = held.grants;
  assert.match(officer?.unitPath ?? '', new RegExp(`/${units.get('Sentra Meohai Kendari')}/$`));
  assert.equal(officer?.institution, 'kemensos');
  assert.equal(verifier?.categoryId, 'kemensos-sembako-bpnt');
  assert.equal(verifier?.unitPath, null);
  const everywhere = await actor([grant('system-administrator')], null);
  assert.equal(everywhere.grants[0]?.institution, null);
});

test('an assignment may name active people in units, and units where somebody holds a role', async () => {
  const sentra = 'Sentra Satria Baturraden';
  const worker = await person([grant('field-worker', sentra)], sentra);
  const gone = await person([grant('field-worker', sentra)], sentra);
  await database.pool.query('update people set active = false where id = $1', [gone]);
  await asActor(systemActor, async ({ tx }) => {
    const listed = await listAssignees(tx, 'kemensos', ['field-worker', 'upt-officer']);
    assert.deepEqual(
      listed
        .filter((one) => one.unit?.name === sentra)
        .map((one) => [one.personId, one.roles, one.openAssignments]),
      [[worker, ['field-worker'], 0]],
    );
    const unitId = units.get(sentra) ?? '';
    const byPerson = await findAssignee(tx, 'kemensos', { unitId: null, personId: worker });
    assert.equal(byPerson?.person?.unit.name, sentra);
    const byUnit = await findAssignee(tx, 'kemensos', { unitId, personId: null });
    assert.deepEqual(byUnit?.roles, ['field-worker']);
    assert.equal(byUnit?.unit?.zone, 'Asia/Jakarta');
    assert.equal(await findAssignee(tx, 'kemensos', { unitId: null, personId: gone }), undefined);
    assert.equal(await findAssignee(tx, 'politeknik', { unitId, personId: null }), undefined);
  });
});

test('the roles that ship are those of the design, named in both languages', async () => {
  const admin = await actor([grant('system-administrator')]);
  const listed = await asActor(admin, (ctx) => listRoles({ ...ctx, locale: 'en' }));
  assert.ok(listed.ok);
  assert.equal(listed.value.length, 21);
  assert.equal(listed.value.find((role) => role.id === 'unit-head')?.name, 'Head of unit');
  const writesAndCloses = listed.value.filter(
    ({ permissions }) => permissions.includes('case.handle') && permissions.includes('case.close'),
  );
  assert.deepEqual(writesAndCloses, []);
  const file = join(await mkdtemp(join(tmpdir(), 'roles-')), 'roles.yaml');
  await writeFile(
    file,
    'roles: [{ id: raja, name: { id: Raja, en: King }, permissions: [case.everything] }]',
  );
  await assert.rejects(
    asActor(systemActor, ({ tx, now }) => importRoles(tx, file, now)),
    /roles\.yaml: \/roles\/0\/permissions\/0/,
  );
});

test('a first password is long, without look-alikes, and verifies only as itself', async () => {
  const passwords = new Set(Array.from({ length: 200 }, generatePassword));
  assert.equal(passwords.size, 200);
  for (const one of passwords) assert.match(one, /^([2-9a-hjkmnp-z]{4}-){3}[2-9a-hjkmnp-z]{4}$/);
  assert.equal(await verifyPassword(null, 'anything'), false);
});

async function asActor<T>(who: Actor, work: (ctx: Context) => Promise<T>): Promise<T> {
  return inTransaction(database.kysely, (tx: Transaction<Schema>) => work(contextOf(tx, who)));
}

async function person(grants: PersonInput['grants'], unit?: string, institution: string | null = 'kemensos') {
  const given = { ...input(grants), unitId: unit === undefined ? null : (units.get(unit) ?? null) };
  const added = await asActor(systemActor, (ctx) => addPerson(ctx, institution, given, first));
  assert.ok(added.ok, JSON.stringify(added));
  return added.value.person.id;
}

/** A person as the host would find them: signed in, with the grants as stored. */
async function actor(
  grants: PersonInput['grants'],
  institution: string | null = 'kemensos',
): Promise<PersonActor> {
  const personId = await person(grants, undefined, institution);
  return asActor(systemActor, async (ctx) => {
    const { token } = await openSession(ctx, personId, { userAgent: '', replaces: null });
    const found = await findActor(ctx.tx, office.keys, token, ctx.now);
    assert.ok(found);
    return found.actor;
  });
}

function add(who: Actor, grants: PersonInput['grants'], unit?: string) {
  const unitId = unit === undefined ? null : (units.get(unit) ?? null);
  return asActor(who, (ctx) => addPerson(ctx, 'kemensos', { ...input(grants), unitId }, first));
}

function grant(roleId: string, unit?: string): PersonInput['grants'][number] {
  return {
    roleId,
    unitId: unit === undefined ? null : (units.get(unit) ?? null),
    areaCode: null,
    categoryId: null,
  };
}

function input(grants: PersonInput['grants']): PersonInput {
  serial += 1;
  return {
    name: `Orang ${serial}`,
    email: `orang-${serial}@contoh.test`,
    unitId: null,
    active: true,
    grants,
  };
}

function faults(result: Awaited<ReturnType<typeof addPerson>>) {
  return result.ok ? undefined : result.error.fields;
}
