import type { ReactNode } from 'react';
import type { FindingView } from '../../../src/features/procedures/contract.ts';
import { useText } from '../../text/text-context.tsx';
import { useGoTo } from './places.tsx';
import { useSopWords } from './sop-words.ts';

const severities = ['error', 'warning', 'note'] as const;

/** Everything the linter says, the gravest first, with what it counts. */
export function Findings({ findings }: { readonly findings: readonly FindingView[] }): ReactNode {
  const { t } = useText();
  const counts = useCounts(findings);
  if (findings.length === 0) return <p className="empty">{t('console.draft.findings.none')}</p>;
  return (
    <>
      <p className="facts">{counts}</p>
      <FindingList findings={findings} leads />
    </>
  );
}

/** "2 galat, 3 peringatan, 5 catatan"; what there is none of is not said. */
export function useCounts(findings: readonly FindingView[]): string {
  const { t } = useText();
  return severities
    .map((severity) => ({ severity, count: findings.filter((one) => one.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => t(`console.draft.findings.${severity}`, { count }))
    .join(', ');
}

export function FindingList({
  findings,
  leads = false,
}: {
  readonly findings: readonly FindingView[];
  /** Whether each leads to its place; in the open row itself that is here. */
  readonly leads?: boolean;
}): ReactNode {
  const sorted = severities.flatMap((severity) => findings.filter((one) => one.severity === severity));
  return (
    <ul className="findings">
      {sorted.map((finding, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the linter may say the same twice; a list is drawn anew together
        <Finding key={place} finding={finding} leads={leads} />
      ))}
    </ul>
  );
}

function Finding({ finding, leads }: { readonly finding: FindingView; readonly leads: boolean }): ReactNode {
  const { t } = useText();
  const goTo = useGoTo();
  const { severity, path } = finding;
  const { where, text, remedy } = useFindingWords(finding);
  // Of a whole row: into the row.
  const place = path[0] === 'steps' && path.length === 2 ? [...path, 'activity'] : path;
  return (
    <li className={severity}>
      <p>
        <b>{t(`console.draft.severity.${severity}`)}</b>{' '}
        {leads && path.length > 0 ? (
          <button type="button" className="name" onClick={() => goTo(place)}>
            {where}
          </button>
        ) : null}
      </p>
      <p>{text}</p>
      <p className="dim">{remedy}</p>
    </li>
  );
}

/** The linter speaks of the file, with its keys; here what to do is said by the names that stand on the screen. */
function useFindingWords({ code, text, remedy, step, path }: FindingView) {
  const { t, knows } = useText();
  const words = useSopWords();
  const field = words.field(String(path.findLast((part) => typeof part === 'string') ?? ''));
  const own = (name: string, theirs: string): string => {
    const key = `console.finding.${code}.${name}`;
    return knows(key) ? t(key, { field }) : theirs;
  };
  const [first = ''] = path;
  const isRow = first === 'steps' && step !== null;
  const where = isRow
    ? path.length > 2
      ? t('console.draft.at-cell', { no: step, field: words.field(String(path[2])) })
      : t('console.draft.at-row', { no: step })
    : words.field(String(first));
  return { where, text: own('text', text), remedy: own('remedy', remedy) };
}
