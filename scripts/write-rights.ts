/**
 * Prints who may come in where, from `doors.ts` and the roles that ship: `docs/rights.md`.
 *
 *   node --import tsx scripts/write-rights.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Door, doors, open311Doors } from '../src/domain/access/doors.ts';
import type { Permission } from '../src/domain/access/permissions.ts';
import { root } from './tree.ts';

export const rightsPage = join(root, 'docs/rights.md');

export interface ShippedRole {
  readonly id: string;
  readonly name: { readonly id: string; readonly en: string };
  readonly permissions: readonly Permission[];
}

export function shippedRoles(): readonly ShippedRole[] {
  const text = readFileSync(join(root, 'seeds/reference/roles.yaml'), 'utf8');
  return (parse(text) as { roles: readonly ShippedRole[] }).roles;
}

/** The roles that a door lets in; `everybody` and `with the code` where it asks for no role. */
export function letIn(door: Door, roles: readonly ShippedRole[]): string {
  if (door === 'anyone') return 'everybody';
  if (door === 'code') return 'whoever holds the tracking code';
  if (door === 'staff') return 'everybody who is signed in';
  const held = roles.filter(({ permissions }) => door.some((one) => permissions.includes(one)));
  return held.map(({ id }) => id).join(', ') || 'nobody yet: no role that ships has it';
}

/** The page as it should stand. */
export function writeRights(): string {
  const roles = shippedRoles();
  const ways = Object.entries(doors).map(
    ([way, door]) =>
      `| \`${way}\` | ${typeof door === 'string' ? '' : door.map((one) => `\`${one}\``).join(' or ')} | ${letIn(door, roles)} |`,
  );
  const clients = Object.entries(open311Doors).map(
    ([way, door]) =>
      `| \`${way}\` | ${door === 'anyone' ? 'everybody' : 'whoever sends the key of a client'} |`,
  );
  const holders = roles.map(
    ({ id, name, permissions }) =>
      `| ${id} | ${name.id} | ${permissions.map((one) => `\`${one}\``).join(', ')} |`,
  );
  return `# Who may do what

Written by \`scripts/write-rights.ts\` from [doors.ts](../src/domain/access/doors.ts) and [roles.yaml](../seeds/reference/roles.yaml); a test compares it with both, and goes through every door as every role.

A door keeps out who has no business behind it. Behind it the grants decide: a role is held for a unit and what lies below it, for an area and a category, and a case out of reach is answered like one that does not exist ([can.ts](../src/domain/access/can.ts), and the same rule in SQL for lists). Which act a role may do on a case, the step of its SOP says; \`test/api/acts-table.test.ts\` tries every act by everybody at every step.

## The roles that ship

| role | name | permissions |
|---|---|---|
${holders.join('\n')}

## The doors of \`/api/v1\`

| way | permission | let in |
|---|---|---|
${ways.join('\n')}

## The doors of Open311, \`/open311/v2\`

Each in XML and JSON. A client's key opens what was filed by it, in its own institution, and nothing else ([how](how-to/speak-open311.md)).

| way | let in |
|---|---|
${clients.join('\n')}
`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(rightsPage, writeRights());
