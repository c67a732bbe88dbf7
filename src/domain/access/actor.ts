import type { Permission } from './permissions.ts';

/**
 * One role of one person, with its reach on two axes: a subtree of units AND an area and category.
 * `unitPath` null means the whole institution, `institution` null the whole installation.
 */
export interface Grant {
  readonly role: string;
  readonly permissions: readonly Permission[];
  readonly institution: string | null;
  readonly unitPath: string | null;
  readonly areaCode: string | null;
  readonly categoryId: string | null;
  /** Whose role it is where it is not the person's own: they stand in for somebody who is absent. */
  readonly onBehalfOf?: Absent | null;
}

/** Somebody who is absent, for whom a deputy acts until the end of a day. */
export interface Absent {
  readonly id: string;
  readonly name: string;
  readonly unitPath: string | null;
  /** The last day, `YYYY-MM-DD`, by the clock of Jakarta. */
  readonly until: string;
}

export interface PersonActor {
  readonly kind: 'person';
  readonly id: string;
  readonly name: string;
  readonly unit: { readonly id: string; readonly name: string; readonly path: string } | null;
  readonly grants: readonly Grant[];
  /** For whom they act now (a.n.); set by `capacitiesOf`, never by whoever loads a person. */
  readonly onBehalfOf?: Absent;
}

/** Whoever holds the tracking code of the case; all that an anonymous reporter needs. */
export interface ReporterActor {
  readonly kind: 'reporter';
}

export interface SystemActor {
  readonly kind: 'system';
}

export type Actor = PersonActor | ReporterActor | SystemActor;

export const systemActor: SystemActor = { kind: 'system' };
export const reporterActor: ReporterActor = { kind: 'reporter' };
