import type { Actor, PersonActor } from '../../src/domain/access/actor.ts';
import type { CaseState } from '../../src/domain/cases/case.ts';
import type { Refusal } from '../../src/domain/shared/refusal.ts';
import type { Result } from '../../src/domain/shared/result.ts';
import type { Context } from '../../src/features/context/index.ts';

export const institutionIds = ['kemensos', 'politeknik', 'kota-ternate'] as const;
export type InstitutionId = (typeof institutionIds)[number];

/** One thing that somebody did at one moment. */
export interface Scene {
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly plot: Plot;
  /** What it was, for the message when it is refused. */
  readonly what: string;
  /** The officer who did it, by the part of the e-mail address before the @; null for the reporter. */
  readonly by: string | null;
  play(stage: Stage): Promise<Result<unknown, Refusal>>;
}

/** What a story knows of its case once it has arrived. */
export interface Plot {
  readonly name: string;
  readonly institution: InstitutionId;
  caseId: string;
  trackingCode: string;
  /** Assignments by the name that the story gives them. */
  readonly assignments: Map<string, string>;
}

/** Where a scene is played: at its own moment, with everybody and everything findable by name. */
export interface Stage {
  /** The context of somebody acting at the scene's moment. */
  as(actor: Actor): Context;
  /** By the part of the e-mail address before the @. */
  person(key: string): PersonActor;
  /** Ids by the names that the reference data gives. */
  unitId(name: string): string;
  categoryId(name: string): string;
  /** The case of a story as it stands. */
  state(plot: Plot): Promise<CaseState>;
}
