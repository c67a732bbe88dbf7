import type { ReactNode } from 'react';
import type { ProcedureDocument } from '../../../src/features/procedures/contract.ts';
import type { AssumptionView, SimulationView } from '../../../src/features/simulation/contract.ts';
import { longDay } from '../../text/dates.ts';
import { oneDecimal } from '../../text/numbers.ts';
import { useText } from '../../text/text-context.tsx';
import { ActorsTable } from './actors-table.tsx';
import { PromisesTable } from './promises-table.tsx';
import { Replay } from './replay.tsx';

interface ResultProps {
  readonly result: SimulationView;
  readonly document: ProcedureDocument;
}

/** What came of it: where it breaks first, then how each promise was kept, who waits for whom, and what it rests on. */
export function SimulationResult({ result, document }: ResultProps): ReactNode {
  const { t, language } = useText();
  const { loads, replay, measured, replications, seed } = result;
  const day = (date: string) => longDay(`${date}T05:00:00.000Z`, 'Asia/Jakarta', language);
  return (
    <div className="simulated">
      {loads.length === 0 ? null : (
        <>
          <section aria-labelledby="h-breaks">
            <h3 id="h-breaks">{t('console.simulation.breaks')}</h3>
            <ul className="plain-list">
              {loads.map((load) => (
                <li key={load.load}>
                  <Breaks load={load} document={document} />
                </li>
              ))}
            </ul>
            <p className="note">
              {t('console.simulation.measured', {
                days: measured.days,
                from: day(measured.from),
                to: day(measured.to),
                replications,
                seed: String(seed),
              })}
            </p>
          </section>
          <section aria-labelledby="h-promises">
            <h3 id="h-promises">{t('console.simulation.promises')}</h3>
            <p className="note">{t('console.simulation.promises.note')}</p>
            <PromisesTable loads={loads} document={document} />
          </section>
          <section aria-labelledby="h-queues">
            <h3 id="h-queues">{t('console.simulation.queues')}</h3>
            <p className="note">{t('console.simulation.queues.note')}</p>
            <ActorsTable loads={loads} document={document} />
          </section>
        </>
      )}
      {replay === null ? null : <Replay replay={replay} document={document} />}
      <Assumptions
        assumptions={loads.length === 0 ? [] : result.assumptions}
        also={replay?.assumptions ?? []}
      />
    </div>
  );
}

function Breaks({
  load: { load, breaksFirst, stayDays },
  document,
}: {
  readonly load: SimulationView['loads'][number];
  readonly document: ProcedureDocument;
}): ReactNode {
  const { t, language } = useText();
  const title = document.actors.find(({ id }) => id === breaksFirst?.actor)?.title ?? '';
  return (
    <>
      <b>{t('console.simulation.load', { load })}</b>{' '}
      <span className={breaksFirst === null ? 'met' : 'late'}>
        {breaksFirst === null
          ? t('console.simulation.holds')
          : t('console.simulation.breaks-at', {
              actor: title,
              load: oneDecimal(breaksFirst.atLoad, language),
            })}
      </span>{' '}
      {stayDays === null ? null : t('console.simulation.stay', { days: oneDecimal(stayDays.mean, language) })}
    </>
  );
}

const sources = ['stated', 'past', 'assumed'] as const;

/** What the figures rest on, in words: first what somebody said, last what was merely assumed. */
function Assumptions({
  assumptions,
  also,
}: {
  readonly assumptions: readonly AssumptionView[];
  readonly also: readonly AssumptionView[];
}): ReactNode {
  const { t } = useText();
  const all = [...assumptions, ...also];
  return (
    <section aria-labelledby="h-assumptions">
      <h3 id="h-assumptions">{t('console.simulation.assumptions')}</h3>
      {sources.map((source) => {
        const own = all.filter((one) => one.source === source);
        if (own.length === 0) return null;
        return (
          <details key={source} open={source !== 'assumed'}>
            <summary>{t(`console.simulation.source.${source}`, { count: own.length })}</summary>
            <ul className="bullets">
              {own.map(({ code, text }) => (
                <li key={`${code} ${text}`}>{text}</li>
              ))}
            </ul>
          </details>
        );
      })}
    </section>
  );
}
