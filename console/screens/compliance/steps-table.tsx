import type { ReactNode } from 'react';
import type { StepFigures } from '../../../src/features/compliance/contract.ts';
import type { ComplianceSearch, FigureSearch } from '../../app/compliance-search.ts';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { wholeNumber } from '../../text/numbers.ts';
import { useText } from '../../text/text-context.tsx';
import { FigureLink } from './figure-link.tsx';
import { branchWords, shareWords } from './figure-words.ts';
import { ShareBar } from './share-bar.tsx';

interface Props {
  readonly steps: readonly StepFigures[];
  readonly search: ComplianceSearch;
  readonly caption: string;
}

/** The rows of the SOP in its own order, each with what was counted of it. */
export function StepsTable({ steps, search, caption }: Props): ReactNode {
  const { t } = useText();
  return (
    <Rows
      caption={caption}
      className="steps"
      columns={[
        t('console.compliance.column.step'),
        { name: t('console.compliance.figure.ran'), figures: true },
        t('console.compliance.column.kept'),
        t('console.compliance.column.times'),
        t('console.compliance.column.branches'),
        t('console.compliance.column.waiting'),
      ]}
    >
      {steps.map((step) => (
        <StepRow
          key={`${step.version} ${step.step}`}
          step={step}
          list={{ ...search, version: step.version, step: step.step }}
        />
      ))}
    </Rows>
  );
}

interface StepProps {
  readonly step: StepFigures;
  readonly list: FigureSearch;
}

function StepRow({ step, list }: StepProps): ReactNode {
  const { t } = useText();
  return (
    <Row>
      <RowHead className="what">
        <div className="step-head">
          <b>{step.step}</b>
          <span className="activity" title={step.activity}>
            {step.activity}
          </span>
          <small>
            {step.actors.join(', ')}
            {step.limit === null
              ? null
              : `; ${t(`console.limit.${step.limit.unit}`, { count: step.limit.amount })}`}
          </small>
        </div>
      </RowHead>
      <Cell name={t('console.compliance.figure.ran')} className="num ran">
        <FigureLink
          count={step.ran}
          figure={t('console.compliance.figure.ran')}
          search={{ ...list, measure: 'ran' }}
        />
      </Cell>
      <Cell name={t('console.compliance.column.kept')} className="kept">
        <Kept step={step} list={list} />
      </Cell>
      <Cell name={t('console.compliance.column.times')} className="times">
        <Times step={step} />
      </Cell>
      <Cell name={t('console.compliance.column.branches')}>
        <Branches step={step} list={list} />
      </Cell>
      <Cell name={t('console.compliance.column.waiting')}>
        <Waiting step={step} list={list} />
      </Cell>
    </Row>
  );
}

function Kept({ step, list }: StepProps): ReactNode {
  const { t, language } = useText();
  if (step.limit === null) return <span className="dim">{t('console.compliance.no-limit')}</span>;
  if (step.ran === 0) return <span className="zero">–</span>;
  const named = (measure: 'within' | 'late' | 'running' | 'cancelled', tone: '' | 'late' | 'met' = '') =>
    step[measure] === 0 ? null : (
      <span className="nw part">
        <FigureLink
          count={step[measure]}
          figure={t(`console.compliance.figure.${measure}`)}
          search={{ ...list, measure }}
          tone={tone}
        />{' '}
        {t(`console.compliance.outcome.${measure}`)}
      </span>
    );
  return (
    <>
      {step.share === null ? null : <b className="nw">{shareWords(step.share, language)}%</b>}
      <ShareBar within={step.within} late={step.late} running={step.running} />
      <small>
        {named('within', 'met')} {named('late', 'late')} {named('running')} {named('cancelled')}
      </small>
    </>
  );
}

function Times({ step }: { readonly step: StepFigures }): ReactNode {
  const { t, language } = useText();
  if (step.median === null || step.p90 === null || step.longest === null) {
    return <span className="zero">–</span>;
  }
  // The unit once, after the last: all three are counted in it.
  return (
    <>
      <b>{wholeNumber(step.median, language)}</b>, {wholeNumber(step.p90, language)},{' '}
      {t(`console.compliance.used.${step.usedUnit}`, { count: step.longest })}
    </>
  );
}

function Branches({ step, list }: StepProps): ReactNode {
  const { t, language } = useText();
  // A row that always leads to the same one has no branches to speak of.
  const only = step.branches.length === 1 && step.branches[0]?.kind === 'onward';
  if (step.branches.length === 0 || (only && step.skipped === 0)) return <span className="zero">–</span>;
  return (
    <ul className="branches">
      {step.branches.map((branch) => (
        <li key={`${branch.exit} ${branch.next}`}>
          <FigureLink
            count={branch.count}
            figure={branchWords(branch, t)}
            search={{ ...list, exit: branch.exit ?? 'none', next: branch.next ?? '' }}
          />{' '}
          {branchWords(branch, t)}{' '}
          {branch.share === null ? null : <span className="dim">{shareWords(branch.share, language)}%</span>}
        </li>
      ))}
      {step.optional ? (
        <li>
          <FigureLink
            count={step.skipped}
            figure={t('console.compliance.figure.skipped')}
            search={{ ...list, measure: 'skipped' }}
          />{' '}
          {t('console.compliance.branch.skipped')}
        </li>
      ) : null}
    </ul>
  );
}

function Waiting({ step: { waiting }, list }: StepProps): ReactNode {
  const { t } = useText();
  if (waiting.count === 0) return <span className="zero">0</span>;
  return (
    <>
      <FigureLink
        count={waiting.count}
        figure={t('console.compliance.figure.waiting')}
        search={{ ...list, measure: 'waiting' }}
      />
      {waiting.late === 0 ? null : (
        <small className="late">
          {waiting.late} {t('console.compliance.outcome.late')}
        </small>
      )}
      {waiting.oldestDays === null || waiting.medianDays === null ? null : (
        <small>
          {t('console.compliance.waiting', { days: waiting.oldestDays, median: waiting.medianDays })}
        </small>
      )}
      {waiting.withReporter === 0 ? null : (
        <small>{t('console.compliance.waiting.reporter', { count: waiting.withReporter })}</small>
      )}
    </>
  );
}
