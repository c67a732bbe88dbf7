import type { Limit } from '../../domain/procedures/procedure.ts';
import type { ClockView } from '../../features/cases/contract.ts';
import type { TrackingView } from '../../features/submissions/contract.ts';
import { limitWords } from '../../platform/i18n/index.ts';
import type { Reader } from '../parts/reader.ts';
import { Strip, type StripItem } from '../parts/strip.tsx';

interface WhatNowProps {
  readonly reader: Reader;
  readonly view: TrackingView;
}

/** What begins later and so has no clock yet. */
export interface LaterLimits {
  readonly answer: Limit;
  readonly judge: Limit;
}

/** Three lines: what, who, by when. */
export function Now({ reader, view }: WhatNowProps) {
  const { t } = reader;
  return (
    <section className="sec bare" aria-labelledby="kini">
      <h2 id="kini">{t('receipt.now.title')}</h2>
      <dl className="three">
        <div>
          <dt>{t('receipt.now')}</dt>
          <dd>{t('receipt.now.text')}</dd>
        </div>
        <div>
          <dt>{t('receipt.by')}</dt>
          <dd>{view.unit === null ? view.institution.name : `${view.unit}, ${view.institution.name}`}</dd>
        </div>
        <div>
          <dt>{t('receipt.due')}</dt>
          <dd>
            <Due reader={reader} clock={clockOf(view, 'verification')} />
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Due({ reader, clock }: { reader: Reader; clock: ClockView | undefined }) {
  const { t } = reader;
  if (clock === undefined) return '–';
  if (clock.due === null) return t('receipt.due.undated', { limit: limitWords(reader, clock.limit) });
  return (
    <>
      <time dateTime={clock.due}>{reader.date(clock.due, clock.zone)}</time>,{' '}
      {reader.time(clock.due, clock.zone)}
    </>
  );
}

/** What follows, each with its date where it can be told already. */
export function NextDates({ reader, view, limits }: WhatNowProps & { readonly limits: LaterLimits }) {
  const { t } = reader;
  const verification = clockOf(view, 'verification');
  const handled = view.clocks.find(({ rule }) => rule.startsWith('class-'));
  const dated = (name: string, clock: ClockView | undefined): StripItem[] =>
    clock === undefined
      ? []
      : [
          {
            title: t(`receipt.then.${name}`),
            when: clock.due === null ? limitWords(reader, clock.limit) : reader.day(clock.due, clock.zone),
            instant: clock.due,
            note: t(`receipt.then.${name}.note`, { limit: limitWords(reader, clock.limit) }),
          },
        ];
  const later = (name: 'answer' | 'judge'): StripItem => ({
    title: t(`receipt.then.${name}`),
    when: t(`receipt.then.${name}.when`),
    note: t(`receipt.then.${name}.note`, { limit: limitWords(reader, limits[name]) }),
  });
  return (
    <section className="sec" aria-labelledby="nanti">
      <div className="side">
        <h2 id="nanti">{t('receipt.then.title')}</h2>
        <p className="small">{t('receipt.then.hint')}</p>
      </div>
      <Strip
        items={[
          ...dated('verified', verification),
          later('answer'),
          ...dated('handled', handled),
          later('judge'),
        ]}
      />
    </section>
  );
}

function clockOf(view: TrackingView, rule: string): ClockView | undefined {
  return view.clocks.find((clock) => clock.rule === rule);
}
