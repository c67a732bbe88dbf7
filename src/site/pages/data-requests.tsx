import { dataRequestKinds } from '../../domain/cases/case.ts';
import type { DataPageProps } from './data-props.ts';
import { Choice, TextField, TrackForm } from './track-form.tsx';
import { offers, typedIn } from './track-forms.ts';
import { When } from './track-when.tsx';

type OwnProps = Pick<DataPageProps, 'page' | 'own'>;

/** What the reporter asked about their data, each with its date and answer, and the form for another one. */
export function Requests({ page, own }: OwnProps) {
  const { t } = page.reader;
  return (
    <section className="sec" aria-labelledby="hak">
      <div className="side">
        <h2 id="hak">{t('data.requests.title')}</h2>
        <p className="small">{t('data.requests.note')}</p>
      </div>
      <div className="col">
        {own.restricted && <Restricted page={page} own={own} />}
        {own.requests.length > 0 && (
          <ol className="talk" role="list">
            {own.requests.map((one) => (
              <li key={one.number}>
                <p>
                  <b>{t(`track.request.${one.kind}`)}</b>
                </p>
                <p>
                  <bdi>{one.reason}</bdi>
                </p>
                <p className="small">
                  <When page={page} at={one.at} />.{' '}
                  {one.answer === null ? (
                    <>
                      {t('data.requests.due')} <When page={page} at={one.due} />.
                    </>
                  ) : (
                    <>
                      {t(`data.requests.${one.answer.outcome}`)} <When page={page} at={one.answer.at} />.
                    </>
                  )}
                </p>
                {one.answer !== null && (
                  <blockquote className="say" dir="auto">
                    {one.answer.words}
                  </blockquote>
                )}
              </li>
            ))}
          </ol>
        )}
        {offers(page, 'data-request') && <NewRequest page={page} own={own} />}
      </div>
    </section>
  );
}

function Restricted({ page }: OwnProps) {
  const { t } = page.reader;
  return (
    <div className="restricted">
      <p>
        <b>{t('data.restricted')}</b>
      </p>
      {offers(page, 'restriction-lifting') && (
        <TrackForm page={page} form="restriction-lifting" className="noprint">
          <button className="btn quiet" type="submit">
            {t('data.restricted.lift')}
          </button>
        </TrackForm>
      )}
    </div>
  );
}

function NewRequest({ page, own }: OwnProps) {
  const { t } = page.reader;
  const form = 'data-request';
  const typed = typedIn(page, form, 'kind');
  const kinds = dataRequestKinds.filter(
    (kind) =>
      !own.requests.some((one) => one.kind === kind && one.answer === null) &&
      !(kind === 'restriction' && (own.restricted || own.identity === null)) &&
      !(kind === 'erasure' && !own.isKept),
  );
  if (kinds.length === 0) return null;
  return (
    <details className="act noprint" open={page.refused?.form === form}>
      <summary>{t('data.requests.new')}</summary>
      <TrackForm page={page} form={form}>
        <Choice {...{ page, form, field: 'kind', legend: t('data.requests.kind') }}>
          <div className="pick">
            {kinds.map((kind) => (
              <label key={kind}>
                <input type="radio" name="kind" value={kind} defaultChecked={kind === typed} />
                <span>{t(`track.request.${kind}`)}</span>
                <small>{t(`data.requests.${kind}.meaning`)}</small>
              </label>
            ))}
          </div>
        </Choice>
        <TextField
          {...{ page, form, field: 'reason', rows: 3 }}
          label={t('data.requests.reason')}
          hint={t('data.requests.reason.hint')}
        />
        <button className="btn" type="submit">
          {t('data.requests.send')}
        </button>
      </TrackForm>
    </details>
  );
}
