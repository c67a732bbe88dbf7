import type { ReactNode } from 'react';
import type { ProcedureDocument } from '../../../src/features/procedures/contract.ts';
import type { SimulationView } from '../../../src/features/simulation/contract.ts';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { oneDecimal } from '../../text/numbers.ts';
import { useText } from '../../text/text-context.tsx';

type Load = SimulationView['loads'][number];
type PromiseView = Load['promises'][number];

/** How often each promise would be kept, at each load; the rows of the SOP first, then the law. */
export function PromisesTable({
  loads,
  document,
}: {
  readonly loads: readonly Load[];
  readonly document: ProcedureDocument;
}): ReactNode {
  const { t } = useText();
  const rows = promisesOf(loads[0]);
  if (rows.length === 0) return <p className="empty">{t('console.simulation.no-promises')}</p>;
  return (
    <Rows
      caption={t('console.simulation.promises')}
      className="promises"
      columns={[
        t('console.simulation.promise'),
        t('console.simulation.limit'),
        ...loads.map(({ load }) => ({
          name: t('console.simulation.load', { load }),
          figures: true as const,
        })),
      ]}
    >
      {rows.map(({ id, name, limit }) => (
        <Row key={id}>
          <RowHead>
            {name}
            <Activity id={id} document={document} />
          </RowHead>
          <Cell name={t('console.simulation.limit')}>
            <span className="nw">{t(`console.limit.${limit.unit}`, { count: limit.amount })}</span>
          </Cell>
          {loads.map((load) => (
            <Cell key={load.load} name={t('console.simulation.load', { load: load.load })} className="num">
              <Share promise={promisesOf(load).find((one) => one.id === id)} />
            </Cell>
          ))}
        </Row>
      ))}
    </Rows>
  );
}

/** The whole first, then step by step, then the legal clocks; only those that fell due at the first load. */
function promisesOf(load: Load | undefined): readonly PromiseView[] {
  if (load === undefined) return [];
  const steps = load.steps.flatMap(({ promise }) => promise ?? []);
  const [whole, legal] = [
    load.promises.filter(({ id }) => id === 'overall'),
    load.promises.filter(({ id }) => id !== 'overall'),
  ];
  return [...whole, ...steps, ...legal.filter(({ judged }) => judged > 0)];
}

function Activity({
  id,
  document,
}: {
  readonly id: string;
  readonly document: ProcedureDocument;
}): ReactNode {
  const step = document.steps.find((one) => `step:${one.id}` === id);
  return step === undefined ? null : <small className="activity">{step.activity}</small>;
}

function Share({ promise }: { readonly promise: PromiseView | undefined }): ReactNode {
  const { t, language } = useText();
  const onTime = promise?.onTime;
  if (onTime == null) return <span className="dim">{t('console.simulation.none-due')}</span>;
  const percent = (share: number) => oneDecimal(share * 100, language);
  const [low, high] = [percent(onTime.low), percent(onTime.high)];
  return (
    <>
      <b>{percent(onTime.mean)}%</b>
      <svg className="share" width="100%" height="6" aria-hidden="true">
        <rect className="late" width="100%" height="6" />
        <rect className="met" width={`${onTime.mean * 100}%`} height="6" />
      </svg>
      {low === high ? null : <small>{t('console.simulation.range', { low, high })}</small>}
    </>
  );
}
