import { accountLimits } from '../../features/citizen-accounts/index.ts';
import type { Puzzle } from '../../platform/http/proof-of-work.ts';
import type { Reader } from '../parts/reader.ts';
import { Shell } from '../parts/shell.tsx';
import { WorkNote } from '../parts/work-note.tsx';

export interface AccountCodePageProps {
  readonly reader: Reader;
  /** As it was typed in this browser; null where no code is on its way any more. */
  readonly sentTo: string | null;
  readonly problem: string | null;
  readonly puzzle?: Puzzle | null;
}

/** The code from the mail, typed in the browser that asked for it. */
export function AccountCodePage({ reader, sentTo, problem, puzzle = null }: AccountCodePageProps) {
  const { t } = reader;
  const title = t('account.code.title');
  const minutes = accountLimits.codeMinutes;
  return (
    <Shell
      reader={reader}
      title={problem === null ? title : `${t('account.problem')}: ${title}`}
      current="account"
      styles={['form.css', 'track.css', 'track-forms.css']}
      islands={puzzle === null ? [] : ['work.js']}
    >
      <div className="stack">
        <h1>{title}</h1>
        {sentTo !== null && (
          <p className="lead">
            <bdi>{t('account.code.sent', { address: sentTo, minutes })}</bdi>
          </p>
        )}
      </div>
      <form className="find" action="/akun/kode" method="post" noValidate>
        <WorkNote {...{ reader, puzzle }} />
        <div className={problem === null ? undefined : 'bad'}>
          <label htmlFor="kode">{t('account.code')}</label>
          <p className="hint" id="kode-h">
            {t('account.code.hint')}
          </p>
          {problem !== null && (
            <p className="err" id="kode-e" role="alert">
              {problem}
            </p>
          )}
          <div className="row">
            <input
              className="in grow"
              id="kode"
              name="code"
              inputMode="numeric"
              autoComplete="one-time-code"
              aria-describedby={problem === null ? 'kode-h' : 'kode-e kode-h'}
              aria-invalid={problem !== null || undefined}
            />
            <button className="btn" type="submit">
              {t('account.code.open')}
            </button>
          </div>
        </div>
      </form>
      <p className="after">
        {t('account.code.none')} <a href="/akun">{t('account.code.again')}</a>
      </p>
    </Shell>
  );
}
