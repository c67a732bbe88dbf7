import type { ReactNode } from 'react';
import type { ProcedureDocument } from '../../../src/features/procedures/contract.ts';
import type { SimulationView } from '../../../src/features/simulation/contract.ts';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { oneDecimal, wholeNumber } from '../../text/numbers.ts';
import { useText } from '../../text/text-context.tsx';
import { QueueLine } from './queue-line.tsx';

type Load = SimulationView['loads'][number];
type Actor = Load['actors'][number];

/** Who works, who is overloaded, and how long the queues get: one row for each actor, one column for each load. */
export function ActorsTable({
  loads,
  document,
}: {
  readonly loads: readonly Load[];
  readonly document: ProcedureDocument;
}): ReactNode {
  const { t } = useText();
  const titleOf = (actor: string) => document.actors.find(({ id }) => id === actor)?.title ?? actor;
  return (
    <Rows
      caption={t('console.simulation.queues')}
      className="queues"
      columns={[
        t('console.simulation.actor'),
        ...loads.map(({ load }) => t('console.simulation.load', { load })),
      ]}
    >
      {(loads[0]?.actors ?? []).map(({ actor, people, breaksAtLoad }) => (
        <Row key={actor}>
          <RowHead>
            {titleOf(actor)}
            <small>{t('console.simulation.people', { count: people })}</small>
            <BreaksAt load={breaksAtLoad} />
          </RowHead>
          {loads.map((load) => (
            <Cell key={load.load} name={t('console.simulation.load', { load: load.load })}>
              <Queue actor={load.actors.find((one) => one.actor === actor)} />
            </Cell>
          ))}
        </Row>
      ))}
    </Rows>
  );
}

function BreaksAt({ load }: { readonly load: number | null }): ReactNode {
  const { t, language } = useText();
  if (load === null) return null;
  return <small>{t('console.simulation.breaks-from', { load: oneDecimal(load, language) })}</small>;
}

function Queue({ actor }: { readonly actor: Actor | undefined }): ReactNode {
  const { t, language } = useText();
  if (actor === undefined) return null;
  const { offered, queue, waitHours, growthPerDay, breaks, byDay } = actor;
  // Behind somebody who is overloaded a queue stays short: the work does not get that far.
  const grows = Math.max(0, Math.round(growthPerDay.mean * 10) / 10);
  return (
    <>
      <b className={breaks ? 'late' : undefined}>
        {t('console.simulation.offered', { percent: wholeNumber(offered.mean * 100, language) })}
      </b>
      <QueueLine byDay={byDay} breaks={breaks} />
      <small>
        {t('console.simulation.queue', {
          mean: oneDecimal(queue.mean.mean, language),
          max: wholeNumber(queue.max, language),
        })}
      </small>
      {waitHours === null ? null : (
        <small>{t('console.simulation.wait', { hours: oneDecimal(waitHours.mean, language) })}</small>
      )}
      {breaks ? (
        <small className="late">
          {grows > 0
            ? t('console.simulation.grows', { count: oneDecimal(grows, language) })
            : t('console.simulation.held-before')}
        </small>
      ) : null}
    </>
  );
}
