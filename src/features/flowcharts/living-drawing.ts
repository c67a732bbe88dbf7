import type { FlowchartWords } from '../../domain/flowchart/flowchart-words.ts';
import { living } from '../../domain/flowchart/form.ts';
import { layoutFlowchart } from '../../domain/flowchart/layout-flowchart.ts';
import { linkStates } from '../../domain/flowchart/living-state.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import type { LivingRowWords, LivingWords } from './living-words.ts';
import { type LivingPainting, paintLiving } from './paint-living.ts';

/**
 * The drawing of the procedure with one case in it: what is done, where it stands, what may follow. For a screen
 * of 1200 px and more; the list of the same steps says it everywhere. `rows` in the order of the procedure.
 */
export function livingDrawing(
  procedure: Procedure,
  rows: readonly LivingRowWords[],
  words: LivingWords,
): string {
  const { chart, sheets } = layoutFlowchart(procedure, livingWords(procedure, rows, words), living);
  const [sheet] = sheets;
  if (sheet === undefined) return '';
  const painting: LivingPainting = {
    chart,
    sheet,
    rows,
    links: linkStates(chart, rows),
    words,
  };
  return paintLiving(painting);
}

function livingWords(
  { steps }: Procedure,
  rows: readonly LivingRowWords[],
  { heads, here }: LivingWords,
): FlowchartWords {
  return {
    heads,
    columns: [{ key: 'time', title: heads.time, share: 1 }],
    rows: steps.map((step, place) => {
      const state = rows[place]?.state;
      const weight = state === 'here' ? 'bold' : 'regular';
      return {
        number: [{ text: step.id, weight: 'bold' }],
        activity: [
          ...(state === 'here' ? [{ text: here, weight: 'bold' as const, tone: 'here' }] : []),
          { text: step.activity, weight },
        ],
        time: rows[place]?.time ?? [],
      };
    }),
    band: () => '',
  };
}
