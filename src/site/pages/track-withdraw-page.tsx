import { Shell } from '../parts/shell.tsx';
import { TextField, TrackForm } from './track-form.tsx';
import { nameOf, type Tracked } from './track-forms.ts';

/** The second of two presses: what withdrawing means, and the way back. `page.refused` carries the reason typed. */
export function WithdrawPage({ page }: { page: Tracked }) {
  const { reader, view } = page;
  const { t } = reader;
  return (
    <Shell
      reader={reader}
      title={t('track.withdraw.sure.title')}
      current="track"
      styles={['form.css', 'track.css', 'track-forms.css']}
    >
      <div className="stack">
        <p className="tag">{nameOf(view)}</p>
        <h1>{t('track.withdraw.sure.title')}</h1>
        <p className="lead">{t('track.withdraw.sure.intro')}</p>
      </div>
      <TrackForm page={page} form="withdrawal" className="sure">
        <input type="hidden" name="sure" value="ya" />
        <TextField
          {...{ page, form: 'withdrawal', field: 'reason', rows: 3, optional: true }}
          label={t('track.withdraw.reason')}
        />
        <p className="row">
          <button className="btn" type="submit">
            {t('track.withdraw.sure.yes')}
          </button>
          <a className="btn quiet" href={`/lacak/${view.code}`}>
            {t('track.withdraw.sure.no')}
          </a>
        </p>
      </TrackForm>
    </Shell>
  );
}
