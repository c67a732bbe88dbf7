import { type Static, Type } from 'typebox';
import { nullable } from '../../platform/http/schema.ts';

/** One row of the leader's page. `GET /statistics/units`. Definitions are printed beside each figure. */
const UnitFigures = Type.Object({
  unitId: nullable(Type.String()),
  unitName: Type.String(),
  depth: Type.Integer(),
  open: Type.Integer({ description: 'not ended; waiting for the reporter included' }),
  late: Type.Integer({ description: 'open, and a running deadline of the office has passed' }),
  dueToday: Type.Integer(),
  answered: Type.Integer({ description: 'answered, waiting for the reporter verdict' }),
  confirmed: Type.Integer({
    description: 'closed, confirmed by the reporter; the only ones counted as settled',
  }),
  closedOtherwise: Type.Integer({ description: 'no response, cannot be met, withdrawn' }),
  waitingForClosing: Type.Integer({ description: 'handling reports waiting for the unit head' }),
  meanRating: nullable(Type.Number()),
});
export const LeaderPage = Type.Object({ at: Type.String(), rows: Type.Array(UnitFigures) });
export type LeaderPage = Static<typeof LeaderPage>;
