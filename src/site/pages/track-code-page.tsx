import type { Puzzle } from '../../platform/http/proof-of-work.ts';
import { CodeField } from '../parts/code-field.tsx';
import type { Reader } from '../parts/reader.ts';
import { Shell } from '../parts/shell.tsx';
import { WorkNote } from '../parts/work-note.tsx';

export interface CodePageProps {
  readonly reader: Reader;
  /** What was typed and led nowhere; null before anything was. */
  readonly missed: string | null;
  /** Why nothing was looked up at all: too many tries from one place. */
  readonly problem: { readonly title: string; readonly detail: string } | null;
  /** What lets somebody go on at once in spite of that. */
  readonly puzzle?: Puzzle | null;
  readonly offersAccounts: boolean;
}

/** The way to a report: one field. A code that is nearly right is missed like any other. */
export function CodePage({ reader, missed, problem, puzzle = null, offersAccounts }: CodePageProps) {
  const { t } = reader;
  const title = problem?.title ?? t(missed === null ? 'track.title' : 'track.not-found.title');
  return (
    <Shell
      reader={reader}
      title={title}
      current="track"
      styles={['form.css', 'track.css', 'track-forms.css']}
      islands={puzzle === null ? [] : ['work.js']}
    >
      <div className="stack">
        <h1>{title}</h1>
        <p className="lead">{t('track.lead')}</p>
      </div>
      <form className="find" action="/lacak" method="post">
        <WorkNote {...{ reader, puzzle }} />
        <CodeField
          reader={reader}
          label={t('track.code')}
          hint={
            <>
              {t('track.code.hint')} {t('track.code.example')} <span className="nowrap">7KQM-4XRT-9DWP</span>.
            </>
          }
          missed={missed}
          problem={problem?.detail ?? null}
        />
      </form>
      <section className="sec lost" aria-labelledby="hilang">
        <h2 id="hilang">{t('track.lost.title')}</h2>
        <div className="prose">
          <p>{t('track.lost.detail')}</p>
          <p>
            <a href="/lapor">{t('track.lost.new')}</a>
          </p>
          <p>
            {t('track.lost.wbs')} <a href="/wbs/lacak">{t('wbs.track.link')}</a>
          </p>
        </div>
      </section>
      {offersAccounts && (
        <section className="sec" aria-labelledby="akun">
          <h2 id="akun">{t('account.cases.title')}</h2>
          <p>
            {t('account.track.or')} <a href="/akun">{t('account.sign-in.link')}</a>
          </p>
        </section>
      )}
    </Shell>
  );
}
