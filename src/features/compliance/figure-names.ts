import type { Ending } from '../../domain/compliance/measured-case.ts';
import type { StepFigures } from './contract.ts';

type Say = (key: string, params?: Readonly<Record<string, string | number>>) => string;

/** What became of a case, in words; an archive says its reason. `say` takes keys of `locales/`. */
export function endingName(ending: Ending, say: Say): string {
  const [name, reason] = ending.split(':');
  return reason === undefined
    ? say(`console.compliance.ending.${name}`)
    : say('console.compliance.ending.archived', { reason: say(`console.archive.${reason}`) });
}

/** Where a branch leads, in words. */
export function branchName({ kind, next }: StepFigures['branches'][number], say: Say): string {
  return say(`console.compliance.branch.${kind}`, next === null ? {} : { next });
}
