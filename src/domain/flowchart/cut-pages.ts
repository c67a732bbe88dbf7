/** A page takes the rows from `first` to before `end`. */
export interface Cut {
  readonly first: number;
  readonly end: number;
}

/** A line between two rows, for counting what a cut goes through. */
export interface Span {
  readonly from: number;
  readonly to: number;
  /** Column of the letter on the page it leaves, and on the page it comes to. */
  readonly out: number;
  readonly in: number;
  /** Not to be cut: from a diamond to the end of its Tidak, or within a loop. */
  readonly holds: boolean;
}

export interface Room {
  /** For rows and bands of one page. */
  readonly page: number;
  /** What the last page keeps for total and legend. */
  readonly kept: number;
  readonly band: number;
}

interface Plan {
  readonly cuts: readonly Cut[];
  /** What must hold and is cut, pages, arrows that are cut, room left on earlier pages. */
  readonly cost: readonly number[];
}

/**
 * Where the pages end: nothing cut that must hold together, then the fewest pages, then the fewest arrows, then
 * the fuller earlier page. What is taller than a page by itself has to be cut all the same.
 */
export function cutPages(heights: readonly number[], spans: readonly Span[], room: Room): readonly Cut[] {
  const plans: Plan[] = [{ cuts: [], cost: [0, 0, 0, 0] }];
  for (let end = 1; end <= heights.length; end++) {
    const best = lastPages(heights, spans, room, end)
      .flatMap((page) => extended(plans[page.first], page, spans))
      .reduce((least, plan) => (isLess(plan.cost, least.cost) ? plan : least));
    plans.push(best);
  }
  return plans.at(-1)?.cuts ?? [];
}

interface LastPage extends Cut {
  readonly unused: number;
}

/** The pages that could end before `end`; one row always makes a page, however tall. */
function lastPages(
  heights: readonly number[],
  spans: readonly Span[],
  room: Room,
  end: number,
): readonly LastPage[] {
  const isLast = end === heights.length;
  const fits = room.page - (isLast ? room.kept : 0);
  const found: LastPage[] = [];
  let height = 0;
  for (let first = end - 1; first >= 0; first--) {
    height += heights[first] ?? 0;
    if (height > fits && found.length > 0) break;
    const used = height + bandsOf(spans, first, end) * room.band;
    if (used <= fits || first === end - 1) found.push({ first, end, unused: isLast ? 0 : fits - used });
  }
  return found;
}

/** How many rows of letters a page needs: letters in one column stand under each other. */
function bandsOf(spans: readonly Span[], first: number, end: number): number {
  const isOn = (row: number) => row >= first && row < end;
  const out = spans.filter(({ from, to }) => isOn(from) && !isOn(to)).map((span) => span.out);
  const into = spans.filter(({ from, to }) => isOn(to) && !isOn(from)).map((span) => span.in);
  return mostInOne(out) + mostInOne(into);
}

function mostInOne(columns: readonly number[]): number {
  return Math.max(0, ...columns.map((column) => columns.filter((one) => one === column).length));
}

function extended(before: Plan | undefined, page: LastPage, spans: readonly Span[]): readonly Plan[] {
  if (before === undefined) return [];
  const cut = page.first === 0 ? [] : spans.filter((span) => isCutAt(span, page.first));
  const more = [cut.filter(({ holds }) => holds).length, 1, cut.length, page.unused];
  return [
    {
      cuts: [...before.cuts, { first: page.first, end: page.end }],
      cost: before.cost.map((value, place) => value + (more[place] ?? 0)),
    },
  ];
}

function isCutAt({ from, to }: Span, row: number): boolean {
  return Math.min(from, to) < row && Math.max(from, to) >= row;
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const place = a.findIndex((value, index) => value !== b[index]);
  return place >= 0 && (a[place] ?? 0) < (b[place] ?? 0);
}
