/** What is wrong with a date as far as it is known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null where nothing is. */
export function dateProblem(typed: string, now: string): string | null {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(typed);
  if (match === null) return 'not-a-date';
  const [, year = '', month, day] = match;
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return 'not-a-date';
  if (day !== undefined) {
    const date = new Date(`${typed}T00:00:00Z`);
    if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== typed) return 'not-a-date';
  }
  // Somewhere in Indonesia it may already be tomorrow: WIT is nine hours ahead of UTC.
  const today = new Date(Date.parse(now) + 9 * 60 * 60 * 1000).toISOString();
  if (typed > today.slice(0, typed.length)) return 'in-the-future';
  return Number(year) < 1945 ? 'before-1945' : null;
}
