import { useText } from '../../text/text-context.tsx';

/** Monday first, as Indonesian calendars have it; 0 is Sunday. */
export const mondayFirst = [1, 2, 3, 4, 5, 6, 0] as const;

/** "Senin sampai Kamis, Sabtu": days in their order, runs of three and more drawn together. */
export function useWeekdays(): (days: readonly number[]) => string {
  const { t } = useText();
  return (days) => {
    const runs: number[][] = [];
    for (const [place, day] of mondayFirst.entries()) {
      if (!days.includes(day)) continue;
      const run = runs.at(-1);
      if (run !== undefined && run.at(-1) === place - 1) run.push(place);
      else runs.push([place]);
    }
    const name = (place: number | undefined): string =>
      t(`console.calendar.weekday.${mondayFirst[place ?? 0]}`);
    return runs
      .flatMap((run) =>
        run.length < 3
          ? run.map(name)
          : [t('console.calendar.weekdays.run', { from: name(run[0]), to: name(run.at(-1)) })],
      )
      .join(', ');
  };
}
