import type { Absent, Actor, Grant, PersonActor } from './actor.ts';
import { type Permission, permissions } from './permissions.ts';

/** What is never done for somebody else: the sealed door, rights, settings, and what two people decide together. */
const personal: readonly Permission[] = [
  'case.read-sealed',
  'case.work-sealed',
  'identity.destroy',
  'notification.read',
  'channel.test',
  'organization.manage',
  'procedure.manage',
  'calendar.manage',
  'people.manage',
  'webhook.manage',
  'privacy.manage',
  'privacy.oversee',
];

/** What a deputy may do for somebody. A role that allows anything else stays with whoever holds it, all of it. */
export const deputable: readonly Permission[] = permissions.filter((one) => !personal.includes(one));

/** Whose role a grant is: the absent person's, else the person's own. */
export function holderOf(person: Pick<PersonActor, 'id'>, { onBehalfOf }: Grant): string {
  return onBehalfOf?.id ?? person.id;
}

/** The person, and everybody whom they stand in for: ids, each once. */
export function standsFor(person: PersonActor): readonly string[] {
  return [...new Set([person.id, ...person.grants.map((grant) => holderOf(person, grant))])];
}

/**
 * The ways in which somebody may act, one at a time: by their own roles, then for each absent person by theirs. An
 * act is done in one of them and says in which; roles of two people are never put together.
 */
export function capacitiesOf(actor: PersonActor): readonly PersonActor[];
export function capacitiesOf(actor: Actor): readonly Actor[];
export function capacitiesOf(actor: Actor): readonly Actor[] {
  if (actor.kind !== 'person') return [actor];
  const absent = new Map<string, Absent>();
  for (const { onBehalfOf } of actor.grants) if (onBehalfOf != null) absent.set(onBehalfOf.id, onBehalfOf);
  if (absent.size === 0) return [actor];
  const own = { ...actor, grants: actor.grants.filter((grant) => grant.onBehalfOf == null) };
  const others = [...absent.values()].map((onBehalfOf) => ({
    ...actor,
    grants: actor.grants.filter((grant) => grant.onBehalfOf?.id === onBehalfOf.id),
    onBehalfOf,
  }));
  return [own, ...others];
}

/** The first capacity in which something holds; null where it holds in none. */
export function capacityFor(actor: Actor, holdsIn: (capacity: Actor) => boolean): Actor | null {
  return capacitiesOf(actor).find(holdsIn) ?? null;
}

/** What the ledger adds to an entry that is done in this capacity: for whom; nothing where it is one's own. */
export function saidFor(capacity: Actor | null): { readonly onBehalfOf?: string } {
  const absent = capacity?.kind === 'person' ? capacity.onBehalfOf : undefined;
  return absent === undefined ? {} : { onBehalfOf: `person:${absent.id}` };
}
