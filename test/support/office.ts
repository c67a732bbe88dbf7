import { systemActor } from '../../src/domain/access/actor.ts';
import type { Context } from '../../src/features/context/index.ts';
import { listUnits } from '../../src/features/organizations/index.ts';
import { addPerson } from '../../src/features/people/index.ts';
import { hashPassword } from '../../src/platform/crypto/password.ts';
import { inTransaction } from '../../src/platform/db/transaction.ts';
import type { TestHouse } from './house.ts';
import { citizenAtHome } from './office-citizen.ts';
import { everyonesPassword, type Officer, officerAtWork } from './office-officer.ts';
import { passTime } from './office-time.ts';

export type { Citizen, Matter } from './office-citizen.ts';
export type { Officer } from './office-officer.ts';

/** A person to be employed: a role, held for a unit (null: the whole institution), an area, a category. */
export interface Position {
  readonly name: string;
  readonly role: string;
  /** Further roles held for the same unit. */
  readonly also?: readonly string[];
  readonly unit?: string | null;
  readonly areaCode?: string | null;
  readonly categoryId?: string | null;
}

export interface Workplace {
  readonly house: TestHouse;
  readonly institution: string;
  /** The id of a unit by its name. */
  unit(name: string): string;
  employ(position: Position): Promise<Officer>;
  citizen(): ReturnType<typeof citizenAtHome>;
  /** Lets time pass until then: `2026-11-24 09:30`, WIB unless said otherwise. */
  until(moment: string): Promise<void>;
}

let people = 0;
let hash: Promise<string> | undefined;

/** One institution of the house, with its units as they ship and nobody in it yet. */
export async function openWorkplace(house: TestHouse, institution: string): Promise<Workplace> {
  const units = await inTransaction(house.database.kysely, (tx) => listUnits(tx, institution));
  const byName = new Map(units.map((unit) => [unit.name, unit.id]));

  function unit(name: string): string {
    const id = byName.get(name);
    if (id === undefined) throw new Error(`${institution} has no unit "${name}"`);
    return id;
  }

  return {
    house,
    institution,
    unit,
    citizen: () => citizenAtHome(house, institution),
    until: (moment) => passTime(house, moment),
    async employ(position) {
      people += 1;
      const email = `orang-${people}@uji.test`;
      hash ??= hashPassword(everyonesPassword);
      const first = { password: everyonesPassword, hash: await hash };
      const unitId = position.unit == null ? null : unit(position.unit);
      const { role: roleId, areaCode = null, categoryId = null } = position;
      const input = {
        name: position.name,
        email,
        unitId,
        active: true,
        grants: [roleId, ...(position.also ?? [])].map((held) => ({
          roleId: held,
          unitId,
          areaCode,
          categoryId,
        })),
      };
      const added = await inTransaction(house.database.kysely, (tx) =>
        addPerson(systemContext(house, tx), institution, input, first),
      );
      if (!added.ok) throw new Error(`${position.name}: ${JSON.stringify(added.error)}`);
      const { id } = added.value.person;
      return officerAtWork(house, {
        id,
        name: position.name,
        email,
        role: roleId,
        unit: position.unit ?? null,
      });
    },
  };
}

function systemContext(house: TestHouse, tx: Context['tx']): Context {
  return {
    tx,
    actor: systemActor,
    now: house.clock.now(),
    requestId: 'test',
    locale: 'id',
    office: house.office,
  };
}
