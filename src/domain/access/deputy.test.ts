import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deputable } from './deputy.ts';
import { permissions } from './permissions.ts';

test('The sealed door, rights, settings and what two people decide together are never done for somebody else', () => {
  const never = permissions.filter((one) => !deputable.includes(one));
  assert.deepEqual(never.toSorted(), [
    'calendar.manage',
    'case.read-sealed',
    'case.work-sealed',
    'channel.test',
    'identity.destroy',
    'notification.read',
    'organization.manage',
    'people.manage',
    'privacy.manage',
    'privacy.oversee',
    'procedure.manage',
    'webhook.manage',
  ]);
});
