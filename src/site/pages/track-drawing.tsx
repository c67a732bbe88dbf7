import { type LivingRowWords, livingDrawing } from '../../features/flowcharts/index.ts';
import { clockName, dueWords, usageWords } from './track-clocks.ts';
import type { Tracked } from './track-forms.ts';
import { clockOfRow, type StepRow } from './track-steps.ts';
import { shortDate } from './track-when.tsx';

type Line = LivingRowWords['time'][number];
type Clock = NonNullable<StepRow['clock']>;

/** The office's own flowchart with this report in it; on narrow screens the list above says the same. */
export function Drawing({ page }: { page: Tracked }) {
  const { reader, view, procedure } = page;
  const { t } = reader;
  if (procedure === null || view.merged) return null;
  const rows = procedure.steps.map((step) =>
    rowOf(
      page,
      view.steps.find(({ id }) => id === step.id),
    ),
  );
  const svg = livingDrawing(procedure, rows, {
    title: t('track.drawing.alt', { title: procedure.title }),
    description: rows
      .map(({ state }, place) => t(`track.sop.state.${state}`, { no: procedure.steps[place]?.id ?? '' }))
      .join(' '),
    heads: {
      number: t('track.drawing.number'),
      activity: t('track.drawing.activity'),
      time: t('track.drawing.time'),
    },
    here: t('track.drawing.here'),
  });
  return (
    <section className="drawing" aria-labelledby="bagan">
      <h2 id="bagan">{t('track.drawing.title')}</h2>
      <Key reader={reader} />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by our own painter, which escapes every word */}
      <div dangerouslySetInnerHTML={{ __html: svg }} />
    </section>
  );
}

function Key({ reader: { t } }: Pick<Tracked, 'reader'>) {
  return (
    <p className="key small" aria-hidden="true">
      <span className="k went">{t('track.drawing.key.went')}</span>
      <span className="k may">{t('track.drawing.key.may')}</span>
      <span className="k skipped">{t('track.drawing.key.skipped')}</span>
      <span className="k box t-ok">{t('track.drawing.key.ok')}</span>
      <span className="k box t-soon">{t('track.drawing.key.soon')}</span>
      <span className="k box t-late">{t('track.drawing.key.late')}</span>
    </p>
  );
}

function rowOf(page: Tracked, row: StepRow | undefined): LivingRowWords {
  if (row === undefined) return { state: 'skipped', exit: null, time: [], tone: null, sign: '' };
  const clock = clockOfRow(page.view, row);
  const words = clock === null ? null : usageWords(page.reader, clock);
  const measured = words === null || words.tone === 'quiet' ? null : words.tone;
  return {
    state: row.state,
    exit: row.exit,
    tone: measured,
    sign: signOf(page, row, measured),
    time: [...whenLines(page, row, clock), ...taskLines(page, row)],
  };
}

function signOf({ view }: Tracked, row: StepRow, tone: string | null): string {
  const open = view.assignments.filter(({ state }) => state === 'open').length;
  if (row.state === 'done') return tone === 'late' ? '!' : '✓';
  return ['assign', 'delegate'].includes(row.act) && open > 0 && row.state !== 'skipped' ? String(open) : '';
}

function whenLines(page: Tracked, row: StepRow, clock: Clock | null): readonly Line[] {
  const { reader, view } = page;
  const { t } = reader;
  if (row.state === 'skipped') return [plain(t('track.drawing.skipped'))];
  if (row.state === 'next') return [plain(limitOf(page, row))];
  const at = row.endedAt ?? row.startedAt ?? (row.act === 'submit' ? view.receivedAt : null);
  const date = at === null ? null : `${shortDate(page, at, view.zone)}, ${reader.time(at, view.zone)}`;
  const since = row.endedAt === null && row.act !== 'submit' && row.act !== 'record';
  return [
    ...(date === null ? [] : [plain(since ? capital(t('track.sop.since', { date })) : date)]),
    ...(row.exit === null ? [] : [plain(t(row.exit === 'ya' ? 'track.sop.yes' : 'track.sop.no'))]),
    ...(clock === null ? [] : clockLines(page, clock, row.state !== 'done')),
  ];
}

/** Words of the clock and how much of it is used; while it runs also what it is and when it ends. */
function clockLines({ reader }: Tracked, clock: Clock, isRunning: boolean): readonly Line[] {
  const { tone, words } = usageWords(reader, clock);
  const due = isRunning
    ? [
        plain(
          reader.t('track.drawing.due', {
            name: clockName(reader, clock.rule),
            date: dueWords(reader, clock, 'day'),
          }),
        ),
      ]
    : [];
  const used =
    clock.daysUsed === null ? [] : [{ ...plain(''), tone, bar: clock.daysUsed / clock.limit.amount }];
  return [...due, { text: words, weight: 'bold', tone }, ...used];
}

function taskLines(page: Tracked, { act, state }: StepRow): readonly Line[] {
  const { reader, view } = page;
  if (act !== 'assign' || state === 'next' || state === 'skipped') return [];
  return view.assignments.flatMap(({ to, clock, state: stands }, place): readonly Line[] => {
    const name = to === '' ? reader.t('track.fork.somebody') : to;
    const words = clock === null ? null : usageWords(reader, clock);
    return [
      { text: `${place + 1}. ${name}`, weight: 'bold' },
      ...(stands === 'reported' ? [plain(reader.t('track.fork.reported'))] : []),
      ...(words === null ? [] : [{ text: words.words, weight: 'bold' as const, tone: words.tone }]),
    ];
  });
}

function limitOf({ reader, procedure }: Tracked, { id }: StepRow): string {
  const limit = procedure?.steps.find((step) => step.id === id)?.limit ?? null;
  return limit === null
    ? reader.t('track.drawing.no-limit')
    : reader.t(`limit.${limit.unit}`, { amount: limit.amount });
}

function plain(text: string): Line {
  return { text, weight: 'regular' };
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
