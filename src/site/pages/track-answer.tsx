import { clockWith } from './track-clocks.ts';
import { Choice, TextField, TrackForm } from './track-form.tsx';
import { fieldId, offers, type Tracked, typedIn } from './track-forms.ts';
import { shortDate } from './track-when.tsx';

/** The answer, word for word, and the reporter's judgement of it. */
export function Answer({ page }: { page: Tracked }) {
  const { reader, view } = page;
  const { t } = reader;
  const { answer, rating } = view;
  const mayObject = offers(page, 'objection');
  const mayRate = offers(page, 'rating');
  if (answer === null && rating === null && !mayObject && !mayRate) return null;
  const asks = offers(page, 'verdict');
  return (
    <section className="sec first" aria-labelledby="nilai">
      <div className="side">
        <h2 id="nilai">
          {t(asks ? 'track.verdict.title' : answer === null ? 'track.answer.yours' : 'track.answer.title')}
        </h2>
        {asks && <Until page={page} />}
      </div>
      <div className="col">
        {answer !== null && <AnswerWords page={page} answer={answer} />}
        {rating !== null && <Rated page={page} rating={rating} />}
        {asks && <VerdictForm page={page} />}
        {/* Against a decision without an answer, the objection is what matters. */}
        {mayObject && answer === null && <ObjectionForm page={page} />}
        {mayRate && <RatingForm page={page} />}
        {mayObject && answer !== null && <ObjectionForm page={page} />}
      </div>
    </section>
  );
}

function Until({ page }: { page: Tracked }) {
  const clock = clockWith(page.view, 'reporter-confirms');
  if (clock?.due == null) return null;
  return (
    <p className="small">
      {page.reader.t('track.verdict.until', { date: page.reader.date(clock.due, clock.zone) })}
    </p>
  );
}

function AnswerWords(props: { page: Tracked; answer: NonNullable<Tracked['view']['answer']> }) {
  const { page, answer } = props;
  const { t } = page.reader;
  const unit = page.view.unit ?? page.view.institution.name;
  return (
    <>
      <p className="meta">
        {t('track.answer.by', { unit, date: shortDate(page, answer.releasedAt, page.view.zone) })}
      </p>
      <blockquote className="say answer" dir="auto">
        {answer.text}
      </blockquote>
      {answer.outcome !== null && (
        <p className="small">{t('track.answer.outcome', { outcome: t(`outcome.${answer.outcome}`) })}</p>
      )}
    </>
  );
}

/** One question with two or three ways to answer; the style sheet shows the fields of the way chosen. */
function VerdictForm({ page }: { page: Tracked }) {
  const { t } = page.reader;
  const choices = [
    'confirmation',
    ...(page.view.acts.includes('objection') ? ['objection'] : []),
    ...(page.view.rating === null ? ['rating'] : []),
  ];
  const chosen = typedIn(page, 'verdict', 'verdict');
  return (
    <TrackForm page={page} form="verdict" className="verdict">
      <Choice
        {...{ page, form: 'verdict', field: 'verdict' }}
        legend={<span className="vh">{t('track.verdict.title')}</span>}
      >
        <div className="pick">
          {choices.map((choice) => (
            <label key={choice}>
              <input type="radio" name="verdict" value={choice} defaultChecked={chosen === choice} />
              <span>{t(`track.verdict.${choice}`)}</span>
              <small>{t(`track.verdict.${choice}.hint`)}</small>
            </label>
          ))}
        </div>
      </Choice>
      <TextField
        {...{ page, form: 'verdict', field: 'reason', label: t('track.verdict.reason') }}
        className="field why"
      />
      {page.view.rating === null && (
        <div className="rate">
          <Score page={page} form="verdict" />
        </div>
      )}
      <button className="btn" type="submit">
        {t('track.verdict.send')}
      </button>
    </TrackForm>
  );
}

function Score({ page, form }: { page: Tracked; form: 'verdict' | 'rating' }) {
  const { t } = page.reader;
  const chosen = typedIn(page, form, 'score');
  return (
    <>
      <Choice
        {...{ page, form, field: 'score' }}
        legend={
          <>
            {t('track.rate.legend')}{' '}
            {form === 'verdict' && <span className="opt when-confirming">{t('track.optional')}</span>}
          </>
        }
      >
        <div className="scale">
          {(['1', '2', '3', '4', '5'] as const).map((score) => (
            <label key={score}>
              <input type="radio" name="score" value={score} defaultChecked={chosen === score} />
              <span>
                <b>{score}</b> {t(`track.rate.${score}`)}
              </span>
            </label>
          ))}
        </div>
      </Choice>
      <TextField
        {...{ page, form, field: 'comment', label: t('track.rate.comment'), rows: 2, optional: true }}
      />
    </>
  );
}

function Rated({ page, rating }: { page: Tracked; rating: NonNullable<Tracked['view']['rating']> }) {
  const { t } = page.reader;
  return (
    <div className="rated">
      <p>{t('track.rate.given', { score: rating.score, words: t(`track.rate.${rating.score}`) })}</p>
      {rating.comment !== '' && (
        <blockquote className="say" dir="auto">
          {rating.comment}
        </blockquote>
      )}
    </div>
  );
}

function RatingForm({ page }: { page: Tracked }) {
  const { t } = page.reader;
  return (
    <details className="act" open={page.refused?.form === 'rating'}>
      <summary>{t('track.rate.title')}</summary>
      <TrackForm page={page} form="rating">
        <Score page={page} form="rating" />
        <button className="btn" type="submit">
          {t('track.rate.send')}
        </button>
      </TrackForm>
    </details>
  );
}

function ObjectionForm({ page }: { page: Tracked }) {
  const { t } = page.reader;
  return (
    <details className="act" id={fieldId('objection', 'form')} open={page.refused?.form === 'objection'}>
      <summary>{t('track.object.title')}</summary>
      <TrackForm page={page} form="objection">
        <TextField
          {...{ page, form: 'objection', field: 'reason' }}
          label={t('track.object.label')}
          hint={t('track.object.intro')}
        />
        <button className="btn" type="submit">
          {t('track.object.send')}
        </button>
      </TrackForm>
    </details>
  );
}
