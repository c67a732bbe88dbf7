import type { Compliance, StepFigures } from '../../../src/features/compliance/contract.ts';
import type { Translate } from '../../text/text-context.tsx';

type Ending = Compliance['cases']['endings'][number]['ending'];

/** What became of a case; an archive says its reason. */
export function endingWords(ending: Ending, t: Translate): string {
  const [name = '', reason] = ending.split(':');
  return reason === undefined
    ? t(`console.compliance.ending.${name}`)
    : t('console.compliance.ending.archived', { reason: t(`console.archive.${reason}`) });
}

/** Where a branch leads. */
export function branchWords(
  { kind, next }: Pick<StepFigures['branches'][number], 'kind' | 'next'>,
  t: Translate,
): string {
  return t(`console.compliance.branch.${kind}`, next === null ? {} : { next });
}

/** "94,9": per cent, a decimal only where there is one. */
export function shareWords(share: number, language: string): string {
  return new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'id-ID', { maximumFractionDigits: 1 }).format(
    share,
  );
}
