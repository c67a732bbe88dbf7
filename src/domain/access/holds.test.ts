import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Grant, type PersonActor, reporterActor, systemActor } from './actor.ts';
import { holds } from './can.ts';

const grant = (role: string, permissions: Grant['permissions']): Grant => ({
  role,
  permissions,
  institution: 'uji',
  unitPath: null,
  areaCode: null,
  categoryId: null,
});
const person = (...grants: readonly Grant[]): PersonActor => ({
  kind: 'person',
  id: 'p',
  name: 'Pemegang dua peran',
  unit: null,
  grants,
});

test('One role of several is enough to hold a permission; whoever has none, the reporter and the system hold nothing', () => {
  const both = person(grant('a', ['case.read']), grant('b', ['people.manage']));
  assert.equal(holds(both, 'people.manage'), true);
  assert.equal(holds(both, 'case.read'), true);
  assert.equal(holds(both, 'case.verify'), false);
  assert.equal(holds(person(), 'case.read'), false);
  for (const actor of [reporterActor, systemActor]) assert.equal(holds(actor, 'case.read'), false);
});
