import { type Static, Type } from 'typebox';

export const CaseDrawing = Type.Object({
  version: Type.Integer({ description: 'of the case that is drawn' }),
  svg: Type.String({ description: 'an svg element; its colours are those of the page it stands in' }),
});
export type CaseDrawing = Static<typeof CaseDrawing>;
