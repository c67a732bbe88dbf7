import type { Tracked } from './track-forms.ts';

/** The text of this case that everybody may read, exactly as it stands there. */
export function Published({ page: { reader, view } }: { page: Tracked }) {
  const { t } = reader;
  const { publication } = view;
  if (publication === null) return null;
  const { id, publishedOn, title, text, answer } = publication;
  return (
    <section className="sec" aria-labelledby="terbuka">
      <div className="side">
        <h2 id="terbuka">{t('track.public.title')}</h2>
        <p className="small">{t('track.public.since', { date: reader.plainDate(publishedOn) })}</p>
        <p className="small">
          <a href={`/terbuka/${id}`}>{t('track.public.open')}</a>
        </p>
      </div>
      <div className="col stack">
        <h3>{title}</h3>
        <blockquote className="say" dir="auto">
          {text}
        </blockquote>
        {answer !== null && (
          <>
            <h3>{t('public.answer')}</h3>
            <blockquote className="say answer" dir="auto">
              {answer}
            </blockquote>
          </>
        )}
      </div>
    </section>
  );
}
