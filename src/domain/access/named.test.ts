import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Grant, PersonActor } from './actor.ts';
import { isNamed, trailOf } from './named.ts';

/** A tree of units by their letters; a path names the way down to it. */
const paths = ['/a/', '/a/b/', '/a/b/c/', '/a/d/', '/e/', '/e/f/', '/aa/'];
const somePath = fc.option(fc.constantFrom(...paths));

const somebody = fc
  .record({ id: fc.constantFrom('p', 'q'), unit: somePath, grants: fc.array(somePath, { maxLength: 3 }) })
  .map(
    ({ id, unit, grants }): PersonActor => ({
      kind: 'person',
      id,
      name: id,
      unit: unit === null ? null : { id: unit, name: unit, path: unit },
      grants: grants.map(
        (unitPath): Grant => ({
          role: 'r',
          permissions: [],
          institution: 'uji',
          unitPath,
          areaCode: null,
          categoryId: null,
        }),
      ),
    }),
  );
const list = fc.record({
  namedPersonIds: fc.subarray(['p', 'x']),
  namedUnitPaths: fc.subarray(paths),
});

test('A case is about a person by name, by their unit, by a unit they hold a role in, and by any unit above those', () => {
  fc.assert(
    fc.property(somebody, list, (person, named) => {
      const belongsTo = [person.unit?.path, ...person.grants.map(({ unitPath }) => unitPath)];
      const byUnit = named.namedUnitPaths.some((path) => belongsTo.some((own) => own?.startsWith(path)));
      assert.equal(isNamed(person, named), named.namedPersonIds.includes(person.id) || byUnit);
    }),
    { numRuns: 500 },
  );
});

test('The superior of a unit that a case is about is not among them; whoever stands in for it is', () => {
  const superior: PersonActor = {
    kind: 'person',
    id: 's',
    name: 'Atasan',
    unit: { id: 'a', name: 'a', path: '/a/' },
    grants: [],
  };
  const named = { namedPersonIds: [], namedUnitPaths: ['/a/b/'] };
  assert.equal(isNamed(superior, named), false);
  const grant = { role: 'r', permissions: [], institution: 'uji', areaCode: null, categoryId: null };
  assert.equal(isNamed({ ...superior, grants: [{ ...grant, unitPath: '/a/b/' }] }, named), true);
  assert.deepEqual(trailOf({ ...superior, grants: [{ ...grant, unitPath: '/a/b/' }] }), ['/a/', '/a/b/']);
});

test('Whoever stands in for somebody is kept out of what is about that person or their unit, whatever the role reaches', () => {
  const absent = { id: 'x', name: 'Yang digantikan', unitPath: '/e/f/', until: '2026-12-31' };
  const deputy: PersonActor = {
    kind: 'person',
    id: 'p',
    name: 'Pengganti',
    unit: { id: 'a', name: 'a', path: '/a/' },
    // A role for the whole institution: only where its owner belongs says which unit is theirs.
    grants: [
      {
        role: 'r',
        permissions: [],
        institution: 'uji',
        unitPath: null,
        areaCode: null,
        categoryId: null,
        onBehalfOf: absent,
      },
    ],
  };
  assert.equal(isNamed(deputy, { namedPersonIds: ['x'], namedUnitPaths: [] }), true);
  assert.equal(isNamed(deputy, { namedPersonIds: [], namedUnitPaths: ['/e/'] }), true);
  assert.equal(isNamed(deputy, { namedPersonIds: ['q'], namedUnitPaths: ['/a/b/'] }), false);
});
