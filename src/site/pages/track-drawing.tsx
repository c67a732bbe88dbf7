import { caseDrawing } from '../../features/flowcharts/index.ts';
import type { Tracked } from './track-forms.ts';

/**
 * The way to the office's own flowchart with this report in it, a document of its own. On wide screens the island
 * `drawing.ts` shows it here; on narrow ones the list above says the same.
 */
export function Drawing({ page }: { page: Tracked }) {
  const { reader, view } = page;
  const { t } = reader;
  if (!isDrawn(page)) return null;
  return (
    <section className="drawing" aria-labelledby="bagan">
      <h2 id="bagan">{t('track.drawing.title')}</h2>
      <Key reader={reader} />
      <a href={`/lacak/${view.code}/bagan.svg`} data-drawing={titleOf(page)}>
        {t('track.drawing.open')}
      </a>
    </section>
  );
}

/** The drawing itself; null where there is none: under seal its steps would tell who looks into it. */
export function drawingOf(page: Tracked): string | null {
  const { reader, view, procedure, now } = page;
  if (procedure === null || !isDrawn(page)) return null;
  return caseDrawing(reader, procedure, view, { title: titleOf(page), now });
}

function isDrawn({ view, procedure }: Tracked): boolean {
  return procedure !== null && !view.merged && view.status !== 'sealed';
}

function titleOf({ reader, view }: Tracked): string {
  return reader.t('track.drawing.alt', { title: view.procedure.title });
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
