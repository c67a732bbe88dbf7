import type { Reader } from '../parts/reader.ts';
import { Shell } from '../parts/shell.tsx';
import { puzzleOf, WorkNote } from '../parts/work-note.tsx';
import { type Choices, familyCardAskedBy } from './report-choices.ts';
import { Contact, Secrecy } from './report-contact.tsx';
import { Evidence, FamilyCard } from './report-evidence.tsx';
import { type Fault, faultsOf } from './report-faults.ts';
import { Institution, Kind, Story, When } from './report-matter.tsx';
import { Place } from './report-place.tsx';
import type { FormState, Raised } from './report-receive.ts';
import type { ReportValues } from './report-values.ts';

export interface ReportPageProps {
  readonly reader: Reader;
  readonly values: ReportValues;
  readonly state: FormState;
  readonly offered: Choices;
}

/** The form: nine parts on one page, of which the story alone must be there. */
export function ReportPage({ reader, values, state, offered }: ReportPageProps) {
  const { t } = reader;
  const faults = faultsOf(reader, values, state);
  const askedBy = familyCardAskedBy(offered, values.institution);
  const part = { reader, values, offered, faults };
  const puzzle = puzzleOf(state.refused);
  const refused = faults.length > 0 || state.refused !== null;
  const news = refused ? 'report.problem.title' : state.raised !== null ? 'report.raised.title' : null;
  return (
    <Shell
      reader={reader}
      title={news === null ? t('report.title') : `${t(news)}: ${t('report.title')}`}
      current="report"
      styles={['form.css', 'report.css']}
      islands={puzzle === null ? ['draft.js'] : ['draft.js', 'work.js']}
    >
      {state.raised !== null && <RaisedNote reader={reader} raised={state.raised} />}
      {refused && <Summary reader={reader} faults={faults} state={state} />}
      <div className="form">
        <div className="intro">
          <h1>{t('report.title')}</h1>
          <p className="lead">{t('report.lead')}</p>
        </div>
        <Contents reader={reader} withCard={askedBy !== null} />
        <form
          action="/lapor/isian"
          method="post"
          encType="multipart/form-data"
          noValidate
          data-draft="report"
        >
          <input type="hidden" name="key" value={values.key} />
          {/* What the Enter key presses: the first button of a form. */}
          <button className="vh" type="submit" name="do" value="enter" tabIndex={-1} aria-hidden="true" />
          <p className="call" data-restored hidden>
            {t('report.draft.restored')}{' '}
            <button className="link" type="button" data-forget>
              {t('report.draft.drop')}
            </button>
          </p>
          <Story {...part} />
          <Kind {...part} />
          <Place {...{ reader, values, faults, area: state.area }} />
          <When {...part} />
          <Institution {...part} />
          <Evidence {...{ reader, faults, files: state.files }} />
          <Contact {...part} signedIn={state.signedIn} />
          <Secrecy {...part} />
          {askedBy !== null && <FamilyCard {...{ reader, faults, files: state.files, askedBy }} />}
          <div className="send">
            <p className="small">
              {t('report.privacy')} <a href="/privasi">{t('report.privacy.link')}</a>.
            </p>
            <WorkNote {...{ reader, puzzle }} />
            <button className="btn" type="submit" name="do" value="send" data-sending={t('report.sending')}>
              {t('report.send')}
            </button>
          </div>
        </form>
      </div>
    </Shell>
  );
}

/** Why it will be kept more closed than chosen, before anything is sent; nothing has to be mended. */
function RaisedNote({ reader: { t }, raised }: { reader: Reader; raised: Raised }) {
  const reasons = raised.because.map((one) => t(`receipt.raised.${one}`)).join(', ');
  return (
    <div className="sum" role="alert" tabIndex={-1} id="ringkas">
      <h2>{t('report.raised.title')}</h2>
      <p>{t('report.raised.why', { reasons, level: t(`report.secrecy.${raised.secrecy}.name`) })}</p>
      <p>
        {t('report.raised.now')} <a href="#p8">{t('report.secrecy.title')}</a>
      </p>
    </div>
  );
}

/** What is to be mended, on top, each with the way to its field; read out at once. */
function Summary({ reader, faults, state }: { reader: Reader; faults: readonly Fault[]; state: FormState }) {
  const { t } = reader;
  const filesOnly = faults.length > 0 && Object.keys(state.problems).length === 0;
  return (
    <div className="sum" role="alert" tabIndex={-1} id="ringkas">
      <h2>{t('report.problem.title')}</h2>
      {state.refused !== null && <p>{refusalWords(reader, state.refused)}</p>}
      {faults.length > 0 && <p>{t('report.problem.count', { count: faults.length })}</p>}
      {filesOnly && <p>{t('report.problem.files')}</p>}
      {faults.map((fault) => (
        <p key={`${fault.field} ${fault.words}`}>
          <a href={`#${fault.anchor}`}>
            {t(`report.field.${fault.field}`)}: {fault.words}
          </a>
        </p>
      ))}
    </div>
  );
}

function refusalWords({ t }: Reader, refused: NonNullable<FormState['refused']>): string {
  if (refused.code === 'already-decided') return t('report.problem.sent-before');
  const { retryAfter } = refused.details ?? {};
  return t(`problem.${refused.code}.detail`, { retryAfter: Number(retryAfter ?? 60) });
}

function Contents({ reader: { t }, withCard }: { reader: Reader; withCard: boolean }) {
  const parts = ['story', 'kind', 'where', 'when', 'institution', 'files', 'contact', 'secrecy'] as const;
  return (
    <nav className="toc" aria-label={t('report.parts')}>
      <ol>
        {parts.map((part, index) => (
          <li key={part}>
            <a href={`#p${index + 1}`}>{t(`report.${part}.title`)}</a>
          </li>
        ))}
        {withCard && (
          <li className="f-kk">
            <a href="#p9">{t('report.card.title')}</a>
          </li>
        )}
      </ol>
    </nav>
  );
}
