import type { ReactNode } from 'react';
import type { BreachView } from '../../../src/features/breaches/contract.ts';
import { longMoment, readerZone } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';

type Entry = BreachView['entries'][number];

/** Everything that was done, oldest first; nobody can take a line out. */
export function BreachLog({ breach }: { readonly breach: BreachView }): ReactNode {
  const { t, language } = useText();
  return (
    <section aria-labelledby="h-log">
      <h2 id="h-log">{t('console.breach.log')}</h2>
      <ol className="privacy-log">
        {breach.entries.map((entry) => (
          <li key={entry.number}>
            <p>
              <b>{t(`console.breach.entry.${kindOf(entry)}`)}</b>
              {entry.means === null ? null : `, ${t(`console.breach.means.${entry.means}`).toLowerCase()}`}
            </p>
            <p className="hint">
              {t('console.breach.entry.by', {
                name: entry.by,
                when: longMoment(entry.at, readerZone(), language),
              })}
            </p>
            <Words entry={entry} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function kindOf({ kind, audience }: Entry): string {
  return kind === 'told' ? `told.${audience ?? 'affected'}` : kind;
}

/** A notice is long: it is there when somebody wants to read it. */
function Words({ entry }: { readonly entry: Entry }): ReactNode {
  const { t } = useText();
  if (entry.words === '') return null;
  const words = <p className="privacy-words">{entry.words}</p>;
  if (entry.kind !== 'told') return words;
  return (
    <details>
      <summary>{t('console.breach.entry.words')}</summary>
      {words}
    </details>
  );
}
