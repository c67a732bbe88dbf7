import type { Puzzle } from '../../platform/http/proof-of-work.ts';
import { CodeField } from '../parts/code-field.tsx';
import type { Reader } from '../parts/reader.ts';
import { Shell } from '../parts/shell.tsx';
import { WorkNote } from '../parts/work-note.tsx';
import { here } from './wbs-page.tsx';

export interface WbsCodePageProps {
  readonly reader: Reader;
  /** What was typed and led nowhere; null before anything was. */
  readonly missed: string | null;
  /** Why nothing was looked up at all. */
  readonly problem: string | null;
  /** What lets somebody go on at once in spite of that. */
  readonly puzzle?: Puzzle | null;
}

/** The way to the talk: one field, which posts, so that the code never stands in an address. */
export function WbsCodePage({ reader, missed, problem, puzzle = null }: WbsCodePageProps) {
  const { t } = reader;
  const title = t(missed === null ? 'wbs.code.title' : 'track.not-found.title');
  return (
    <Shell
      reader={reader}
      title={title}
      styles={['form.css', 'track.css', 'track-forms.css']}
      islands={puzzle === null ? [] : ['work.js']}
      apart
    >
      <div className="stack">
        <p className="tag">{t('wbs.tag')}</p>
        <h1>{title}</h1>
        <p className="lead">{t('wbs.code.lead')}</p>
      </div>
      <form className="find" action={here(reader, '/wbs/lacak')} method="post">
        <WorkNote {...{ reader, puzzle }} why="wbs.work.working" />
        <CodeField
          reader={reader}
          label={t('wbs.code.label')}
          hint={t('track.code.hint')}
          missed={missed}
          problem={problem}
        />
      </form>
      <section className="sec lost" aria-labelledby="hilang">
        <h2 id="hilang">{t('track.lost.title')}</h2>
        <div className="prose">
          <p>{t('wbs.code.lost')}</p>
          <p>
            <a href={here(reader, '/wbs')}>{t('wbs.code.new')}</a>
          </p>
        </div>
      </section>
    </Shell>
  );
}
