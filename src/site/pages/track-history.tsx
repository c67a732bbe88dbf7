import { clockName } from '../../features/cases/index.ts';
import { frontOffice, type Tracked } from './track-forms.ts';
import { inSentence } from './track-headline.ts';
import { When } from './track-when.tsx';

type Entry = Tracked['view']['timeline'][number];

/** Everything that happened, newest first; what was written stands with the messages and is not repeated. */
export function History({ page }: { page: Tracked }) {
  const { t } = page.reader;
  const told = page.view.timeline.filter((entry) => !isOwnDelay(page, entry)).toReversed();
  return (
    <section className="sec" aria-labelledby="riwayat">
      <div className="side">
        <h2 id="riwayat">{t('track.history.title')}</h2>
        <p className="small">{t('track.history.intro')}</p>
      </div>
      <details className="act history col">
        <summary>{t('track.history.show', { count: told.length })}</summary>
        <ol role="list">
          {told.map((entry) => (
            <li key={entry.seq}>
              <p className="small">
                <When page={page} at={entry.at} />
              </p>
              <p>
                <bdi>{happened(page, entry)}</bdi>
              </p>
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}

/** The reporter's own silence is told by what came of it. */
function isOwnDelay({ view }: Tracked, { type, data }: Entry): boolean {
  const clock = view.clocks.find((one) => one.id === data.clock);
  return type === 'ClockBreached' && clock?.owner === 'reporter';
}

function happened({ reader, view }: Tracked, { type, actor, data }: Entry): string {
  const { t } = reader;
  const word = (field: string): string => String(data[field] ?? '');
  const named = (prefix: string, field: string): string =>
    typeof data[field] === 'string' ? inSentence(t(`${prefix}.${data[field]}`)) : '';
  const unit = typeof data.unit === 'string' ? data.unit : actor.unit;
  return t(`event.reporter.${type}`, {
    unit: unit ?? frontOffice(view),
    channel: type === 'CaseOpened' ? named('channel-via', 'channel') : '',
    level: typeof data.to === 'string' ? t(`secrecy.${word('to')}.name`) : '',
    request: type.startsWith('DataRequest') ? named('track.request', 'kind') : '',
    body: word('body'),
    reason: type === 'CaseArchived' ? named('archive-reason', 'reason') : '',
    kind: type === 'CaseClosed' ? named('track.tab', 'kind') : '',
    agrees: data.agrees === true ? 'yes' : 'no',
    score: word('score'),
    name: word('name'),
    clock: type.startsWith('Clock') ? clockName(reader, ruleOf(word('clock'))) : '',
    ...(type.startsWith('Clock') ? movedFromTo(reader, view, data) : {}),
  });
}

/** A deadline that was counted anew: the old promise stays readable beside the new one. */
function movedFromTo({ dateTime }: Tracked['reader'], view: Tracked['view'], data: Entry['data']) {
  const zone = view.clocks.find(({ id }) => id === data.clock)?.zone ?? view.zone;
  const moment = (at: unknown): string => (typeof at === 'string' ? dateTime(at, zone) : '');
  const [from, due] = [moment(data.from), moment(data.due)];
  const change = from === '' ? 'dated' : from === due ? 'settled' : 'moved';
  return { from, due, change, decree: String(data.reason ?? '') };
}

/** A clock's id is its rule, with a number where a step was entered again. */
function ruleOf(id: string): string {
  return id.replace(/#\d+$/, '');
}
