import { paper } from './form.ts';
import { type Part, part, textMark } from './marks.ts';
import type { Sheet } from './sheet.ts';
import { wrapText } from './wrap-text.ts';

export interface TotalWords {
  readonly title: string;
  readonly amount: string;
  readonly note: string;
}

/** The last row of the form: the time on the critical path, and how it was counted. */
export function totalPart(sheet: Sheet, total: TotalWords): Part {
  const { columns } = sheet;
  const y = (sheet.rows[0]?.y ?? 0) - sheet.headHeight + sheet.height + 21;
  const find = (key: string) => columns.find((column) => column.key === key);
  const [activity, limit, output] = [find('activity'), find('limit'), find('output')];
  if (activity === undefined || limit === undefined || output === undefined) return part('TR', []);
  const style = { size: paper.text, weight: 'bold' } as const;
  const end = limit.x + limit.width - paper.padding.x;
  const room = sheet.columns[0] === undefined ? 0 : sheet.columns[0].x + sheet.width - output.x - 12;
  const note = wrapText(total.note, room, { size: paper.head, weight: 'regular' });
  const first = y - ((note.length - 1) * paper.head * 1.2) / 2;
  return part(
    'TR',
    [],
    [
      part('TH', [textMark(total.title, [activity.x + paper.padding.x, y], style)], [], { scope: 'Row' }),
      part('TD', [textMark(total.amount, [end, y], { ...style, anchor: 'end' })]),
      part(
        'TD',
        note.map((text, place) =>
          textMark(text, [output.x + paper.padding.x, first + place * paper.head * 1.2], {
            size: paper.head,
            ink: 'ink-2',
          }),
        ),
      ),
    ],
  );
}
