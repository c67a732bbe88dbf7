import type { ProcedureDraft } from '../draft.ts';
import { type Finding, finding } from './finding.ts';

/** What a form can hold: beyond it nobody can draw, read or sign it. */
export const formLimits = { actors: 15, steps: 199, activity: 2_000 } as const;

export function sizeFindings({ actors, steps }: ProcedureDraft): readonly Finding[] {
  const many = (code: 'too-many-steps' | 'too-many-actors', count: number, most: number, key: string) =>
    finding(code, 'error', { path: [key] }, { count: String(count), most: String(most) });
  return [
    ...(steps.length > formLimits.steps
      ? [many('too-many-steps', steps.length, formLimits.steps + 1, 'steps')]
      : []),
    ...(actors.length > formLimits.actors
      ? [many('too-many-actors', actors.length, formLimits.actors, 'actors')]
      : []),
    ...steps.flatMap(({ id, activity }, index) =>
      activity.length > formLimits.activity
        ? [
            finding(
              'activity-too-long',
              'error',
              { step: id, path: ['steps', index, 'activity'] },
              { length: String(activity.length), most: String(formLimits.activity) },
            ),
          ]
        : [],
    ),
  ];
}
