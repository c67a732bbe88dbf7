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
}

export interface PersonActor {
  readonly kind: 'person';
  readonly id: string;
  readonly name: string;
  readonly unit: { readonly id: string; readonly name: string; readonly path: string } | null;
  readonly grants: readonly Grant[];
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
