import type { ReactNode } from 'react';
import { useText } from '../../text/text-context.tsx';

/** In the order of the page; the others are explained where they stand. */
const explained = [
  'ran',
  'within',
  'late',
  'running',
  'cancelled',
  'share',
  'median',
  'p90',
  'longest',
  'branch',
  'skipped',
  'waiting',
  'kept',
  'missed',
  'unjudged',
] as const;

export function Meanings(): ReactNode {
  const { t } = useText();
  return (
    <section className="pad block" aria-labelledby="h-meanings">
      <h2 id="h-meanings">{t('console.compliance.meanings')}</h2>
      <dl className="definitions">
        {explained.map((name) => (
          <div key={name}>
            <dt>{t(`console.compliance.figure.${name}`)}</dt>
            <dd>{t(`console.compliance.figure.${name}.meaning`)}</dd>
          </div>
        ))}
      </dl>
      <p className="note">{t('console.compliance.meanings.list')}</p>
    </section>
  );
}
