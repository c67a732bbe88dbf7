import { levelsAbove } from '../../domain/privacy/levels-above.ts';
import { Choice, FileField, TextField, TrackForm } from './track-form.tsx';
import { type FormName, offers, type Tracked, typedIn } from './track-forms.ts';

const forms = [
  ['lowering-consent', LoweringConsent],
  ['family-card', FamilyCard],
  ['secrecy', Secrecy],
  ['publication-objection', PublicationObjection],
  ['withdrawal', Withdrawal],
] as const satisfies readonly (readonly [FormName, unknown])[];

/** What the reporter may still do beside writing: bring the family card, raise secrecy, withdraw. */
export function MoreActs({ page }: { page: Tracked }) {
  const { t } = page.reader;
  const offered = forms.filter(([form]) => offers(page, form));
  if (offered.length === 0) return null;
  return (
    <section className="sec noprint" aria-labelledby="lain">
      <h2 id="lain">{t('track.more-acts.title')}</h2>
      <div className="col acts">
        {offered.map(([form, Form]) => (
          <details
            key={form}
            className="act"
            open={page.refused?.form === form || form === 'lowering-consent'}
          >
            <summary>{t(`track.more-acts.${form}`)}</summary>
            <Form page={page} />
          </details>
        ))}
      </div>
    </section>
  );
}

function FamilyCard({ page }: { page: Tracked }) {
  const { t } = page.reader;
  return (
    <TrackForm page={page} form="family-card" files>
      <FileField
        {...{ page, form: 'family-card', field: 'kk', accept: 'image/*,application/pdf' }}
        label={t('track.card.label')}
        hint={t('track.card.intro')}
      />
      <button className="btn" type="submit">
        {t('track.card.send')}
      </button>
    </TrackForm>
  );
}

function Secrecy({ page }: { page: Tracked }) {
  const { reader, view } = page;
  const { t } = reader;
  const levels = levelsAbove(view.secrecy);
  const typed = typedIn(page, 'secrecy', 'level');
  const chosen = levels.length === 1 ? levels[0] : levels.find((level) => level === typed);
  return (
    <TrackForm page={page} form="secrecy">
      <p>{t('track.secrecy.intro', { level: t(`secrecy.${view.secrecy}.name`) })}</p>
      <Choice {...{ page, form: 'secrecy', field: 'level', legend: t('track.secrecy.legend') }}>
        <div className="pick">
          {levels.map((level) => (
            <label key={level}>
              <input type="radio" name="level" value={level} defaultChecked={level === chosen} />
              <span>{t(`secrecy.${level}.name`)}</span>
              <small>{t(`secrecy.${level}.meaning`)}</small>
            </label>
          ))}
        </div>
      </Choice>
      <button className="btn" type="submit">
        {t('track.secrecy.send')}
      </button>
    </TrackForm>
  );
}

/** An officer asks; nothing is opened up unless the reporter says yes, and another officer after that. */
function LoweringConsent({ page }: { page: Tracked }) {
  const { reader, view } = page;
  const { t } = reader;
  const asked = view.loweringAsked;
  if (asked === null) return null;
  return (
    <TrackForm page={page} form="lowering-consent">
      <p>
        {t('track.lowering.intro', {
          from: t(`secrecy.${view.secrecy}.name`),
          to: t(`secrecy.${asked.to}.name`),
        })}{' '}
        {t(`secrecy.${asked.to}.meaning`)}
      </p>
      <p>
        <bdi>{t('track.lowering.reason', { reason: asked.reason })}</bdi>
      </p>
      <Choice {...{ page, form: 'lowering-consent', field: 'agrees', legend: t('track.lowering.legend') }}>
        <div className="pick">
          {(['no', 'yes'] as const).map((answer) => (
            <label key={answer}>
              <input
                type="radio"
                name="agrees"
                value={answer}
                defaultChecked={typedIn(page, 'lowering-consent', 'agrees') === answer}
              />
              <span>{t(`track.lowering.${answer}`)}</span>
            </label>
          ))}
        </div>
      </Choice>
      <button className="btn" type="submit">
        {t('track.lowering.send')}
      </button>
    </TrackForm>
  );
}

/** Everybody reads a text of this case: down it comes, and stays down. */
function PublicationObjection({ page }: { page: Tracked }) {
  const { t } = page.reader;
  return (
    <TrackForm page={page} form="publication-objection">
      <TextField
        {...{ page, form: 'publication-objection', field: 'reason', rows: 3, optional: true }}
        label={t('track.public.reason')}
        hint={t('track.public.intro')}
      />
      <button className="btn quiet" type="submit">
        {t('track.public.send')}
      </button>
    </TrackForm>
  );
}

/** The first of two presses; nothing is withdrawn by it. */
function Withdrawal({ page }: { page: Tracked }) {
  const { t } = page.reader;
  return (
    <TrackForm page={page} form="withdrawal">
      <TextField
        {...{ page, form: 'withdrawal', field: 'reason', rows: 3, optional: true }}
        label={t('track.withdraw.reason')}
        hint={t('track.withdraw.intro')}
      />
      <button className="btn quiet" type="submit">
        {t('track.withdraw.next')}
      </button>
    </TrackForm>
  );
}
