import type { Puzzle } from '../../platform/http/proof-of-work.ts';
import type { Reader } from '../parts/reader.ts';
import { Shell } from '../parts/shell.tsx';
import { WorkNote } from '../parts/work-note.tsx';
import { here } from './wbs-page.tsx';
import type { WbsForm } from './wbs-talk-page.tsx';

export interface WbsAgainPageProps {
  readonly reader: Reader;
  readonly form: WbsForm;
  /** As they came: the code, what was seen, what was written. */
  readonly sent: { readonly code: string; readonly seen: string; readonly text: string };
  readonly problem: string;
  /** What lets somebody go on at once where too much came together. */
  readonly puzzle: Puzzle | null;
}

/** Where the talk itself cannot be shown now: what was written stays, with a button to send it again. */
export function WbsAgainPage({ reader, form, sent, problem, puzzle }: WbsAgainPageProps) {
  const { t } = reader;
  return (
    <Shell
      reader={reader}
      title={t('report.problem.title')}
      styles={['form.css', 'track.css', 'track-forms.css']}
      islands={puzzle === null ? [] : ['work.js']}
      apart
    >
      <div className="stack" role="alert">
        <h1>{t('report.problem.title')}</h1>
        <p className="lead">{problem}</p>
      </div>
      <form
        className="sure"
        action={here(reader, `/wbs/lacak/${form}`)}
        method="post"
        encType="multipart/form-data"
      >
        <input type="hidden" name="code" value={sent.code} />
        <input type="hidden" name="seen" value={sent.seen} />
        <div className="field">
          {form === 'berkas' ? (
            <>
              <label htmlFor="berkas">{t('track.again.file')}</label>
              <input
                type="file"
                id="berkas"
                name="files"
                accept="image/jpeg,image/png,image/webp,text/plain"
              />
            </>
          ) : (
            <>
              <label htmlFor="text">{t('track.refused.yours')}</label>
              <textarea
                className="in"
                id="text"
                name="text"
                rows={5}
                autoComplete="off"
                defaultValue={sent.text}
              />
            </>
          )}
        </div>
        <WorkNote {...{ reader, puzzle }} why="wbs.work.working" />
        <button className="btn" type="submit">
          {t('track.again.send')}
        </button>
      </form>
    </Shell>
  );
}
