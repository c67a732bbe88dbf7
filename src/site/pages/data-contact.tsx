import type { DataPageProps } from './data-props.ts';
import { LineField, TrackForm } from './track-form.tsx';
import { offers } from './track-forms.ts';
import { When } from './track-when.tsx';

type OwnProps = Pick<DataPageProps, 'page' | 'own'>;

/** The reporter's own name and ways to be reached, to be put right; nothing else of the identity changes. */
export function Correction({ page, own }: OwnProps) {
  const { t } = page.reader;
  const { identity } = own;
  if (identity === null || !offers(page, 'contact-correction')) return null;
  const form = 'contact-correction';
  return (
    <details className="act noprint" open={page.refused?.form === form}>
      <summary>{t('data.correct')}</summary>
      <TrackForm page={page} form={form}>
        <p>{t('data.correct.intro')}</p>
        <LineField
          {...{ page, form, field: 'name', autoComplete: 'name' }}
          label={t('data.fact.name')}
          value={identity.name ?? ''}
        />
        <LineField
          {...{ page, form, field: 'phone', autoComplete: 'tel' }}
          label={t('data.fact.phone')}
          value={identity.phone ?? ''}
        />
        <LineField
          {...{ page, form, field: 'email', autoComplete: 'email' }}
          label={t('data.fact.email')}
          value={identity.email ?? ''}
        />
        <button className="btn" type="submit">
          {t('data.correct.send')}
        </button>
      </TrackForm>
    </details>
  );
}

/** What stood there before; it stays sealed with the rest and goes with it. */
export function Earlier({ page, own }: OwnProps) {
  const { t } = page.reader;
  if (own.earlier.length === 0) return null;
  return (
    <details className="act">
      <summary>{t('data.earlier', { count: own.earlier.length })}</summary>
      <ol className="talk" role="list">
        {own.earlier.map((one) => (
          <li key={one.until}>
            <p>
              <bdi>{[one.name, one.phone, one.email].filter((part) => part !== null).join(', ')}</bdi>
            </p>
            <p className="small">
              {t('data.earlier.until')} <When page={page} at={one.until} />
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}
