import { eventWords } from '../../features/submissions/index.ts';
import { frontOffice, type Tracked } from './track-forms.ts';
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
                <bdi>
                  {eventWords(page.reader, { ...page.view, frontOffice: frontOffice(page.view) }, entry)}
                </bdi>
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
