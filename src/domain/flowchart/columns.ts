import type { Chart } from './chart.ts';
import type { Form } from './form.ts';
import type { SheetColumn } from './sheet.ts';
import { measureText, wrapText } from './wrap-text.ts';

/** A column of words before or behind the actors. */
export interface TextColumn {
  readonly key: string;
  readonly title: string;
  /** Its share of what the others leave. */
  readonly share: number;
  /** Set in the middle, as numbers and times are. */
  readonly isCentred?: boolean;
}

/** What the text columns behind the actors get at least together, where there are few enough actors. */
const wordsWanted = 336;
const wordsWantedWide = 360;

/**
 * Number, activity, one column for each actor, then the columns of words; edge to edge over the form's width.
 * `grown` px more for each actor where the lines need them.
 */
export function placeColumns(
  chart: Chart,
  words: readonly TextColumn[],
  heads: { readonly number: string; readonly activity: string },
  form: Form,
  grown: number,
): readonly SheetColumn[] {
  const { actorWidth, upright } = form;
  const count = Math.max(1, chart.columns.length);
  const isUpright = count > upright.above;
  const [least, most] = actorWidth;
  const free = form.width - form.numberWidth - form.activityWidth[0] - wordsWanted;
  const roomy = Math.max(Math.min(least, upright.least), Math.min(most, Math.floor(free / count)));
  const actor = (isUpright ? upright.width : form.height === null ? least : roomy) + grown;
  const activity = clamp(form.width - form.numberWidth - actor * count - wordsWantedWide, form.activityWidth);
  const rest = Math.max(
    form.width - form.numberWidth - activity - actor * count,
    words.reduce((sum, { title }) => sum + headWidth(title, form), 0),
  );
  const shares = words.reduce((sum, { share }) => sum + share, 0);
  const sizes = [
    { key: 'number', title: heads.number, width: form.numberWidth, isActor: false, isCentred: true },
    { key: 'activity', title: heads.activity, width: activity, isActor: false, isCentred: false },
    ...chart.columns.map(({ id, title }) => ({
      key: id,
      title,
      width: actor,
      isActor: true,
      isCentred: true,
    })),
    ...words.map(({ key, title, isCentred = false }, place) => ({
      key,
      title,
      // Whole px, and the last one takes what rounding leaves.
      width: widthBetween(words, place, rest, shares),
      isActor: false,
      isCentred,
    })),
  ];
  let x = 0;
  return sizes.map(({ key, title, width, isActor, isCentred }) => {
    const upright = isActor && isUpright;
    const column = {
      key,
      isActor,
      isCentred,
      x,
      width,
      head: headLines(title, upright ? 92 : width - 6, form),
      isUpright: upright,
    };
    x += width;
    return column;
  });
}

function widthBetween(words: readonly TextColumn[], place: number, rest: number, shares: number): number {
  const upTo = (end: number) =>
    Math.round((rest * words.slice(0, end).reduce((sum, { share }) => sum + share, 0)) / shares);
  return upTo(place + 1) - upTo(place);
}

function headWidth(title: string, form: Form): number {
  return measureText(title, { size: form.head, weight: 'bold' }) + 8;
}

function headLines(title: string, width: number, form: Form): readonly string[] {
  return wrapText(title, width, { size: form.head, weight: 'bold' });
}

function clamp(value: number, [least, most]: readonly [number, number]): number {
  return Math.min(most, Math.max(least, value));
}
