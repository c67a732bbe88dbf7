import type { Translate } from '../../platform/i18n/index.ts';

/** What a promise is called: the form's own for the whole or a step, or a legal one by the name of its clock. */
export function promiseName(id: string, t: Translate): string {
  if (id === 'overall') return t('simulation.report.overall');
  if (id.startsWith('step:')) return t('simulation.report.step', { step: id.slice('step:'.length) });
  return t(`clock.${id}.name`);
}
