import type { Problem } from '../../platform/http/problem.ts';
import type { Puzzle } from '../../platform/http/proof-of-work.ts';
import type { Reader } from '../parts/reader.ts';
import { Shell } from '../parts/shell.tsx';
import { WorkNote } from '../parts/work-note.tsx';
import { addressOf, type FormName } from './track-forms.ts';

export interface AgainPageProps {
  readonly reader: Reader;
  readonly code: string;
  readonly form: FormName;
  readonly typed: ReadonlyMap<string, string>;
  readonly problem: Pick<Problem, 'title' | 'detail'>;
  /** What lets somebody go on at once where too many asked. */
  readonly puzzle: Puzzle | null;
}

/** Where the report itself cannot be shown now: what was written stays, with a button to send it again. */
export function AgainPage({ reader, code, form, typed, problem, puzzle }: AgainPageProps) {
  const { t } = reader;
  return (
    <Shell
      reader={reader}
      title={problem.title}
      current="track"
      styles={['form.css', 'track.css', 'track-forms.css']}
      islands={puzzle === null ? [] : ['work.js']}
    >
      <div className="stack" role="alert">
        <h1>{problem.title}</h1>
        <p className="lead">{problem.detail}</p>
      </div>
      <form className="sure" action={addressOf(code, form)} method="post" encType="multipart/form-data">
        {[...typed]
          .filter(([name]) => name !== 'work')
          .map(([name, value]) =>
            written.includes(name) ? (
              <div key={name} className="field">
                <label htmlFor={name}>{t('track.refused.yours')}</label>
                <textarea className="in" id={name} name={name} rows={5} defaultValue={value} />
              </div>
            ) : (
              <input key={name} type="hidden" name={name} value={value} />
            ),
          )}
        {form in fileFields && (
          <div className="field">
            <label htmlFor="berkas">{t('track.again.file')}</label>
            <input type="file" id="berkas" name={fileFields[form]} multiple={form !== 'family-card'} />
          </div>
        )}
        <WorkNote {...{ reader, puzzle }} />
        <p className="row">
          <button className="btn" type="submit">
            {t('track.again.send')}
          </button>
          <a className="btn quiet" href={`/lacak/${code}`}>
            {t('track.withdraw.sure.no')}
          </a>
        </p>
      </form>
    </Shell>
  );
}

const written: readonly string[] = ['text', 'reason', 'comment'];

const fileFields: Readonly<Partial<Record<FormName, string>>> = {
  completion: 'attachments',
  attachments: 'attachments',
  'family-card': 'kk',
};
