import type { ReactNode } from 'react';
import type { CaseView, TimelineEntry } from '../../../src/features/cases/contract.ts';
import { useNow } from '../../app/use-now.ts';
import { shortMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { bodyOf, toneOf, valuesOf } from './timeline.ts';

/** Events in words, each with its time, who did it and what was said. */
export function TimelineList({
  entries,
  deliveries = [],
  zone,
}: {
  readonly entries: readonly TimelineEntry[];
  /** What was sent to the reporter because of them. */
  readonly deliveries?: CaseView['deliveries'];
  readonly zone: string;
}): ReactNode {
  const { t, knows, language } = useText();
  const now = useNow();
  const moment = (instant: string): string => shortMoment(instant, zone, language, now, true);
  return (
    <ol className="log">
      {entries.map((entry) => {
        const key = `console.event.${entry.type}`;
        const body = bodyOf(entry);
        const words = knows(key) ? t(key, valuesOf(entry, t, moment)) : entry.type;
        return (
          <li key={entry.seq} className={toneOf(entry)}>
            <time dateTime={entry.at}>{shortMoment(entry.at, zone, language, now)}</time>
            <div>
              <p>
                <b>{whoOf(entry, t('console.actor.system'), t('console.actor.reporter'))}</b>
                {entry.actor.onBehalfOf === null ? null : (
                  <span>, {t('console.actor.on-behalf', { name: entry.actor.onBehalfOf })}</span>
                )}
                {entry.actor.unit === null ? null : <span className="dim">, {entry.actor.unit}</span>} {words}
              </p>
              {body === '' ? null : <div className="body quote">{body}</div>}
              {deliveries
                .filter(({ seq }) => seq === entry.seq)
                .map((one) => (
                  <Delivery key={`${one.channel} ${one.at}`} one={one} at={moment(one.at)} />
                ))}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** How far what was sent to the reporter has come: "SMS: diterima operator, Rab 25 Nov, 08.16 WIB". */
function Delivery({
  one: { channel, state, lastError },
  at,
}: {
  readonly one: CaseView['deliveries'][number];
  readonly at: string;
}): ReactNode {
  const { t, knows } = useText();
  const precise = `console.delivery.${state}.${channel}`;
  const error = `console.delivery-error.${(lastError ?? '').replaceAll(' ', '-')}`;
  const isLost = state === 'failed' || state === 'given-up';
  return (
    <p className={isLost ? 'delivery lost' : 'delivery'}>
      {t('console.delivery.line', {
        channel: t(`console.delivery-channel.${channel}`),
        state: t(knows(precise) ? precise : `console.delivery.${state}`),
        at,
      })}
      {!isLost || lastError === null ? null : ` (${knows(error) ? t(error) : lastError})`}
    </p>
  );
}

/** What follows by itself from the reporter's word, and is nobody's own act. */
const consequences: readonly string[] = ['CaseClosed', 'CaseReopened'];

function whoOf(entry: TimelineEntry, system: string, reporter: string): string {
  if (entry.actor.kind === 'system') return system;
  if (entry.actor.kind === 'reporter' && consequences.includes(entry.type)) return system;
  if (entry.actor.kind === 'reporter') return reporter;
  return entry.actor.name ?? '';
}
