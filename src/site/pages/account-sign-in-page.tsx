import type { Puzzle } from '../../platform/http/proof-of-work.ts';
import type { Reader } from '../parts/reader.ts';
import { Shell } from '../parts/shell.tsx';
import { WorkNote } from '../parts/work-note.tsx';

export interface AccountSignInPageProps {
  readonly reader: Reader;
  /** How a code can be sent; null: not at all. */
  readonly offered: 'email' | 'sms' | 'both' | null;
  readonly typed: string;
  /** What is wrong with what was typed. */
  readonly problem: string | null;
  readonly puzzle?: Puzzle | null;
  /** The account was deleted just now. */
  readonly isGone?: boolean;
}

/** One field: the account is there with the first code that is typed. Nobody needs one, and the page says so first. */
export function AccountSignInPage(props: AccountSignInPageProps) {
  const { reader, offered, typed, problem, puzzle = null, isGone = false } = props;
  const { t } = reader;
  return (
    <Shell
      reader={reader}
      title={problem === null ? t('account.title') : `${t('account.problem')}: ${t('account.title')}`}
      current="account"
      styles={['form.css', 'track.css', 'track-forms.css']}
      islands={puzzle === null ? [] : ['work.js']}
    >
      <div className="stack">
        {isGone && (
          <p className="noted" role="status">
            {t('account.gone')}
          </p>
        )}
        <h1>{t('account.title')}</h1>
        <p className="lead">{t(offered === null ? 'account.not-offered' : 'account.lead')}</p>
      </div>
      {offered !== null && (
        <form className="find" action="/akun/masuk" method="post" noValidate>
          <WorkNote {...{ reader, puzzle }} />
          <div className={problem === null ? undefined : 'bad'}>
            <label htmlFor="surel">{t(`account.address.${offered}`)}</label>
            <p className="hint" id="surel-h">
              {t('account.address.hint')}
            </p>
            {problem !== null && (
              <p className="err" id="surel-e" role="alert">
                {problem}
              </p>
            )}
            <div className="row">
              <input
                className="in grow"
                id="surel"
                name="address"
                type="text"
                inputMode={offered === 'sms' ? 'tel' : 'email'}
                autoComplete={offered === 'sms' ? 'tel' : 'email'}
                autoCapitalize="none"
                spellCheck={false}
                defaultValue={typed}
                aria-describedby={problem === null ? 'surel-h' : 'surel-e surel-h'}
                aria-invalid={problem !== null || undefined}
              />
              <button className="btn" type="submit">
                {t('account.address.send')}
              </button>
            </div>
          </div>
        </form>
      )}
      <section className="sec lost" aria-labelledby="tanpa">
        <h2 id="tanpa">{t('account.without.title')}</h2>
        <div className="prose">
          <p>{t('account.without.detail')}</p>
          <p>
            <a href="/lacak">{t('account.without.track')}</a>
          </p>
        </div>
      </section>
    </Shell>
  );
}
