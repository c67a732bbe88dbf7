import type { Refusal } from '../../domain/shared/refusal.ts';
import { ok, type Result } from '../../domain/shared/result.ts';
import { type Speaker, speakerOf } from '../../platform/i18n/index.ts';
import type { CaseView } from '../cases/contract.ts';
import { getCase } from '../cases/index.ts';
import type { Reading } from '../context/index.ts';
import { caseDrawing } from './case-drawing.ts';
import type { DrawnCase } from './case-rows.ts';
import type { CaseDrawing } from './contract.ts';

/**
 * The procedure with the case in it, as this person may see the case and in their language. One statement. Refuses as
 * `getCase`; somebody who sees one task only finds in the drawing what their page tells, and no more.
 */
export async function drawCase(ctx: Reading, id: string): Promise<Result<CaseDrawing, Refusal>> {
  const found = await getCase(ctx, id);
  if (!found.ok) return found;
  const view = found.value;
  const speaker = toOffice(speakerOf(ctx.locale));
  const procedure = ctx.office.procedures.get(view.procedure.id, view.procedure.version);
  const title = speaker.t('flowchart.case.alt', { title: procedure.title, number: view.number });
  const svg = caseDrawing(speaker, procedure, drawnCase(view), { title, now: ctx.now });
  return ok({ version: view.version, svg });
}

function drawnCase({ steps, clocks, assignments, receivedAt, institution }: CaseView): DrawnCase {
  const last = (test: (clock: CaseView['clocks'][number]) => boolean) => clocks.findLast(test) ?? null;
  return {
    steps: steps.map((step) => ({ ...step, clock: last(({ rule }) => rule === `step:${step.id}`) })),
    clocks,
    assignments: assignments
      .filter(({ state }) => state !== 'cancelled')
      .map(({ id, unit, person, state }) => ({
        to: person?.name ?? unit?.name ?? '',
        state,
        clock: last((clock) => clock.id === `assignment:${id}`),
      })),
    receivedAt,
    zone: institution.zone,
  };
}

/** The one clock of a row that is said to the reporter as "you", told of the reporter. */
function toOffice(speaker: Speaker): Speaker {
  const ofReporter = 'clock.reporter-confirms.name';
  return {
    ...speaker,
    t: (key, params) => speaker.t(key === ofReporter ? 'flowchart.case.reporter-confirms' : key, params),
  };
}
