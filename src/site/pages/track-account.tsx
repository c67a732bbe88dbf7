import type { Tracked } from './track-forms.ts';

/** Keeping the report in an account, or taking it out; without one, that there are accounts, and that none is needed. */
export function Account({ page }: { page: Tracked }) {
  const { reader, view, offersAccounts } = page;
  const { t } = reader;
  if (view.status === 'sealed' || (view.inAccount === null && !offersAccounts)) return null;
  return (
    <section className="sec noprint" aria-labelledby="akun">
      <h2 id="akun">{t('account.track.title')}</h2>
      <div className="col">
        {view.inAccount === null && (
          <p>
            {t('account.track.signed-out')} <a href="/akun">{t('account.sign-in.link')}</a>
          </p>
        )}
        {view.inAccount === false && (
          <form action={`/lacak/${view.code}/simpan`} method="post">
            <p>{t('account.track.keep.hint')}</p>
            <p className="after">
              <button className="btn" type="submit">
                {t('account.track.keep')}
              </button>
            </p>
          </form>
        )}
        {view.inAccount === true && (
          <>
            <p>
              {t('account.track.kept')} <a href="/akun/perkara">{t('account.cases.title')}</a>
            </p>
            <details className="act">
              <summary>{t('account.track.release')}</summary>
              <form action={`/lacak/${view.code}/lepas`} method="post">
                <p>{t('account.track.release.hint')}</p>
                <p className="after">
                  <button className="btn quiet" type="submit">
                    {t('account.track.release.do')}
                  </button>
                </p>
              </form>
            </details>
          </>
        )}
      </div>
    </section>
  );
}
