import type { Procedure } from '../../domain/procedures/procedure.ts';
import type { Speaker } from '../../platform/i18n/index.ts';
import { caseRows, type DrawnCase } from './case-rows.ts';
import { livingDrawing } from './living-drawing.ts';

/**
 * A procedure with one case in it, as an `svg` element in the words of `speaker`. `title` is what it is called
 * for those who hear it; the description tells how each row stands. `now` is ISO 8601 UTC.
 */
export function caseDrawing(
  speaker: Speaker,
  procedure: Procedure,
  drawn: DrawnCase,
  { title, now }: { readonly title: string; readonly now: string },
): string {
  const { t } = speaker;
  const rows = caseRows({ speaker, procedure, drawn, now });
  return livingDrawing(procedure, rows, {
    title,
    description: rows
      .map(({ state }, place) => t(`track.drawing.state.${state}`, { no: procedure.steps[place]?.id ?? '' }))
      .join(' '),
    heads: {
      number: t('track.drawing.number'),
      activity: t('track.drawing.activity'),
      time: t('track.drawing.time'),
    },
    here: t('track.drawing.here'),
  });
}
