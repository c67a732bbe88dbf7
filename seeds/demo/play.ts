import { type Actor, systemActor } from '../../src/domain/access/actor.ts';
import type { CaseState } from '../../src/domain/cases/case.ts';
import { checkDeadlines, findCase } from '../../src/features/cases/index.ts';
import type { Context } from '../../src/features/context/index.ts';
import type { Cast } from './cast.ts';
import { type DeadlineCheck, doQueuedJobs } from './due-jobs.ts';
import type { Scene, Stage } from './stage.ts';

/**
 * Plays all scenes in the order of their moments, as if the office had worked them day by day: deadlines that
 * pass between two scenes are noted when they pass, and whoever has to be told is told. The last deadlines are
 * those up to `ctx.now`. Throws where a command refuses, naming the story and the scene.
 */
export async function play(ctx: Context, cast: Cast, scenes: readonly Scene[]): Promise<void> {
  const caseIds: string[] = [];
  const checks = new Map<string, string>();

  function remember(found: readonly DeadlineCheck[]): void {
    for (const { caseId, at } of found) checks.set(caseId, at);
  }

  async function passTime(until: string): Promise<void> {
    for (let due = earliest(checks, until); due !== undefined; due = earliest(checks, until)) {
      checks.delete(due.caseId);
      const then: Context = { ...ctx, actor: systemActor, now: due.at };
      await checkDeadlines(then, due.caseId);
      remember(await doQueuedJobs(then, [due.caseId], ctx.now));
    }
  }

  for (const scene of scenes.toSorted(byMoment)) {
    if (scene.at > ctx.now) throw new Error(`${scene.plot.name}: ${scene.at} has not come yet`);
    await passTime(scene.at);
    const played = await scene.play(stageOf(ctx, cast, scene));
    if (!played.ok) {
      const { code, fields, details } = played.error;
      const why = JSON.stringify({ code, fields, details });
      throw new Error(`${scene.plot.name}, ${scene.at}, ${scene.what}: refused ${why}`);
    }
    if (!caseIds.includes(scene.plot.caseId)) caseIds.push(scene.plot.caseId);
    remember(await doQueuedJobs({ ...ctx, actor: systemActor, now: scene.at }, caseIds, ctx.now));
  }
  await passTime(ctx.now);
}

function byMoment(a: Scene, b: Scene): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : 0;
}

function earliest(checks: ReadonlyMap<string, string>, until: string): DeadlineCheck | undefined {
  let found: DeadlineCheck | undefined;
  for (const [caseId, at] of checks) {
    if (at <= until && (found === undefined || at < found.at)) found = { caseId, at };
  }
  return found;
}

function stageOf(ctx: Context, cast: Cast, scene: Scene): Stage {
  const { institution } = scene.plot;
  return {
    as: (actor: Actor) => ({ ...ctx, actor, now: scene.at }),
    person: (key) => cast.person(institution, key),
    unitId: (name) => cast.unitId(institution, name),
    categoryId: (name) => cast.categoryId(institution, name),
    async state(plot): Promise<CaseState> {
      const state = await findCase(ctx.tx, plot.caseId);
      if (state === undefined) throw new Error(`${plot.name}: has not arrived yet`);
      return state;
    },
  };
}
