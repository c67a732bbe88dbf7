import { mostSealedFiles, type OpenDoor } from '../../features/sealed-cases/index.ts';
import type { Puzzle } from '../../platform/http/proof-of-work.ts';
import type { Reader } from '../parts/reader.ts';
import { Shell } from '../parts/shell.tsx';
import { WorkNote } from '../parts/work-note.tsx';
import type { Fault } from './report-faults.ts';
import { describedBy, OneField } from './report-part.tsx';

export interface WbsValues {
  readonly key: string;
  readonly institution: string;
  readonly text: string;
  readonly occurredOn: string;
  readonly place: string;
}

export interface WbsPageProps {
  readonly reader: Reader;
  readonly values: WbsValues;
  /** Null where they cannot be read just now; what was chosen goes along unseen. */
  readonly doors: readonly OpenDoor[] | null;
  /** Fields at fault, each with the code of what is wrong. */
  readonly faults: Readonly<Record<string, string>>;
  /** Why nothing was taken at all. */
  readonly problem: string | null;
  /** What lets somebody go on at once where too much came together. */
  readonly puzzle: Puzzle | null;
}

const advice = ['device', 'network', 'names', 'files', 'code'] as const;

/** The sealed door: what makes reporting safe, then five fields, of which none asks who writes. */
export function WbsPage(props: WbsPageProps) {
  const { reader, doors, problem, puzzle, values } = props;
  const { t } = reader;
  const faults = faultsOf(props);
  const refused = faults.length > 0 || problem !== null;
  const closed = doors?.length === 0;
  return (
    <Shell
      reader={reader}
      title={refused ? `${t('report.problem.title')}: ${t('wbs.title')}` : t('wbs.title')}
      styles={['form.css', 'report.css', 'wbs.css']}
      islands={puzzle === null ? [] : ['work.js']}
      apart
    >
      {refused && <Summary {...{ reader, faults, problem }} />}
      <div className="wbs">
        <div className="intro">
          <p className="tag">{t('wbs.tag')}</p>
          <h1>{t('wbs.title')}</h1>
          <p className="lead">{t('wbs.lead')}</p>
        </div>
        <section className="advice" aria-labelledby="aman">
          <h2 id="aman">{t('wbs.advice.title')}</h2>
          <ol>
            {advice.map((one) => (
              <li key={one}>
                <b>{t(`wbs.advice.${one}.title`)}</b> {t(`wbs.advice.${one}.text`)}
              </li>
            ))}
          </ol>
        </section>
        <p className="call">
          {t('wbs.track.before')} <a href={here(reader, '/wbs/lacak')}>{t('wbs.track.link')}</a>
        </p>
        {closed ? (
          <p className="after">{t('wbs.closed')}</p>
        ) : (
          <form action={here(reader, '/wbs')} method="post" encType="multipart/form-data" noValidate>
            <input type="hidden" name="key" value={values.key} />
            <Fields {...props} listed={faults} />
            <WorkNote {...{ reader, puzzle }} why="wbs.work.working" />
            <div className="send">
              <p className="small">{t('wbs.kept')}</p>
              <button className="btn" type="submit">
                {t('wbs.send')}
              </button>
            </div>
          </form>
        )}
      </div>
    </Shell>
  );
}

/** An address of the sealed door in the language that is read: no cookie remembers it. */
export function here({ locale }: Reader, path: string): string {
  return `${path}?lang=${locale}`;
}

function Fields({ reader, values, doors, listed }: WbsPageProps & { listed: readonly Fault[] }) {
  const { t, bytes } = reader;
  const fault = (field: string) => listed.find((one) => one.field === field);
  return (
    <>
      <OneField
        {...{ reader, fault: fault('text'), no: 1, htmlFor: 'text', title: t('wbs.text.title') }}
        hint={t('wbs.text.hint')}
      >
        <textarea
          className="in"
          id="text"
          name="text"
          rows={10}
          required
          autoComplete="off"
          defaultValue={values.text}
          {...describedBy('text', fault('text'))}
        />
      </OneField>
      <Doors {...{ reader, values, doors, fault: fault('institution') }} />
      {(['occurredOn', 'place'] as const).map((field, index) => (
        <OneField
          key={field}
          {...{ reader, no: index + 3, htmlFor: field, title: t(`wbs.${field}.title`) }}
          optional={t('report.optional')}
          hint={t(`wbs.${field}.hint`)}
        >
          <input
            className="in"
            id={field}
            name={field}
            autoComplete="off"
            defaultValue={values[field]}
            {...describedBy(field, undefined)}
          />
        </OneField>
      ))}
      <OneField
        {...{ reader, fault: fault('files'), no: 5, htmlFor: 'files', title: t('wbs.files.title') }}
        optional={t('report.optional')}
        hint={t('wbs.files.hint', { size: bytes(20_000_000), count: mostSealedFiles })}
      >
        <input
          type="file"
          id="files"
          name="files"
          multiple
          accept="image/jpeg,image/png,image/webp,text/plain"
          {...describedBy('files', fault('files'))}
        />
      </OneField>
    </>
  );
}

function Doors(props: Pick<WbsPageProps, 'reader' | 'values' | 'doors'> & { fault: Fault | undefined }) {
  const { reader, values, doors, fault } = props;
  const { t } = reader;
  if (doors === null) return <input type="hidden" name="institution" value={values.institution} />;
  return (
    <OneField
      {...{ reader, fault, no: 2, htmlFor: 'institution', title: t('wbs.institution.title') }}
      hint={t('wbs.institution.hint')}
    >
      <select
        className="in"
        id="institution"
        name="institution"
        defaultValue={values.institution}
        {...describedBy('institution', fault)}
      >
        <option value="">{t('wbs.institution.choose')}</option>
        {doors.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </OneField>
  );
}

function Summary(props: {
  readonly reader: Reader;
  readonly faults: readonly Fault[];
  readonly problem: string | null;
}) {
  const { reader, faults, problem } = props;
  const { t } = reader;
  return (
    <div className="sum" role="alert" tabIndex={-1} id="ringkas">
      <h2>{t('report.problem.title')}</h2>
      {problem !== null && <p>{problem}</p>}
      {faults.map((fault) => (
        <p key={fault.field}>
          <a href={`#${fault.anchor}`}>
            {t(`wbs.${fault.field}.title`)}: {fault.words}
          </a>
        </p>
      ))}
      <p>{t('wbs.problem.files-again')}</p>
    </div>
  );
}

function faultsOf({ reader: { t }, faults }: WbsPageProps): readonly Fault[] {
  return Object.entries(faults).map(([field, code]) => ({
    field,
    anchor: field,
    words: t(`wbs.fault.${field}`, { code: code.replaceAll('-', '_') }),
  }));
}
