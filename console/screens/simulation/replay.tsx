import type { ReactNode } from 'react';
import type { ProcedureDocument } from '../../../src/features/procedures/contract.ts';
import type { ReplayView } from '../../../src/features/simulation/contract.ts';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { oneDecimal } from '../../text/numbers.ts';
import { useText } from '../../text/text-context.tsx';

interface ReplayProps {
  readonly replay: ReplayView;
  readonly document: ProcedureDocument;
}

/** The cases of the period walked through this SOP: what would have been kept beside what was. */
export function Replay({ replay, document }: ReplayProps): ReactNode {
  const { t } = useText();
  const { cases, ended, reallyEnded, overall } = replay;
  return (
    <section aria-labelledby="h-replay">
      <h3 id="h-replay">{t('console.simulation.replay')}</h3>
      {cases === 0 ? (
        <p className="empty">{t('console.simulation.replay.none')}</p>
      ) : (
        <>
          <p>
            {t('console.simulation.replay.cases', { cases, ended, really: reallyEnded })}{' '}
            {t('console.simulation.replay.change', { better: overall.better, worse: overall.worse })}
          </p>
          <ReplayTable replay={replay} document={document} />
        </>
      )}
    </section>
  );
}

type Kept = ReplayView['allLimits']['would'];
interface Line {
  readonly key: string;
  readonly name: string;
  readonly activity: string;
  readonly limit: ReplayView['overall']['limit'];
  readonly would: Kept;
  readonly really: Kept;
}

function ReplayTable({ replay, document }: ReplayProps): ReactNode {
  const { t } = useText();
  const { overall, steps, allLimits } = replay;
  const lines: readonly Line[] = [
    { key: 'overall', name: t('console.simulation.overall'), activity: '', ...overall },
    ...steps.map((one) => ({
      ...one,
      key: one.step,
      name: t('console.simulation.step', { step: one.step }),
      activity: document.steps.find(({ id }) => id === one.step)?.activity ?? '',
    })),
  ].filter(({ limit }) => limit !== null);
  const all: Line = {
    key: 'all',
    name: t('console.simulation.all-limits'),
    activity: '',
    limit: null,
    ...allLimits,
  };
  return (
    <Rows
      caption={t('console.simulation.replay')}
      className="promises"
      columns={[
        t('console.simulation.promise'),
        t('console.simulation.limit'),
        { name: t('console.simulation.would'), figures: true },
        { name: t('console.simulation.really'), figures: true },
      ]}
    >
      {[...lines, all].map(({ key, name, activity, limit, would, really }) => (
        <Row key={key}>
          <RowHead>
            {name}
            {activity === '' ? null : <small className="activity">{activity}</small>}
          </RowHead>
          <Cell name={t('console.simulation.limit')}>
            {limit === null ? null : (
              <span className="nw">{t(`console.limit.${limit.unit}`, { count: limit.amount })}</span>
            )}
          </Cell>
          <Cell name={t('console.simulation.would')} className="num">
            <KeptShare kept={would} />
          </Cell>
          <Cell name={t('console.simulation.really')} className="num">
            <KeptShare kept={really} />
          </Cell>
        </Row>
      ))}
    </Rows>
  );
}

function KeptShare({ kept: { judged, kept } }: { readonly kept: Kept }): ReactNode {
  const { t, language } = useText();
  if (judged === 0) return <span className="dim">{t('console.simulation.none-due')}</span>;
  return (
    <>
      <b>{oneDecimal((100 * kept) / judged, language)}%</b>{' '}
      <small>{t('console.simulation.kept', { kept, judged })}</small>
    </>
  );
}
