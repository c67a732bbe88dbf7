import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { VersionListItem } from '../../../src/features/procedures/contract.ts';
import { versionComparisonQuery, versionQuery } from '../../api/version-queries.ts';
import { SelectField } from '../../parts/fields.tsx';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useText } from '../../text/text-context.tsx';
import { ChangeCounts } from './comparison.tsx';
import { Differences } from './differences.tsx';
import './draft.css';

interface ComparisonProps {
  readonly id: string;
  readonly version: number;
  readonly versions: readonly VersionListItem[];
}

/** The version that is shown beside any other: the lower number is what was, the higher what came of it. */
export function VersionComparison({ id, version, versions }: ComparisonProps): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  const search = useSearch({ from: '/sop/$institution/$name' });
  const others = versions.filter((one) => one.version !== version);
  const earlier = others.find((one) => one.version < version) ?? others[0];
  const chosen = others.find((one) => one.version === search.dengan) ?? earlier;
  if (chosen === undefined) return <p className="empty">{t('console.version.compare.only')}</p>;
  const [institution = '', name = ''] = id.split('/');
  const choose = (other: string): void =>
    void navigate({
      to: '/sop/$institution/$name',
      params: { institution, name },
      search: { ...search, dengan: Number(other) },
      resetScroll: false,
      replace: true,
    });
  return (
    <>
      <div className="version-choice">
        <SelectField
          label={t('console.version.compare.with', { version })}
          value={String(chosen.version)}
          options={others.map((one) => ({
            id: String(one.version),
            name: t('console.version.name', { version: one.version }),
          }))}
          onChange={choose}
          required
        />
      </div>
      <Compared id={id} from={Math.min(version, chosen.version)} to={Math.max(version, chosen.version)} />
    </>
  );
}

interface ComparedProps {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

function Compared({ id, from, to }: ComparedProps): ReactNode {
  const { t } = useText();
  const comparison = useQuery(versionComparisonQuery(id, from, to));
  const later = useQuery(versionQuery(id, to));
  const error = comparison.error ?? later.error;
  if (comparison.data === undefined || later.data === undefined) {
    return error === null ? (
      <Skeleton lines={8} />
    ) : (
      <PageProblem error={error} retry={() => void comparison.refetch()} />
    );
  }
  if (comparison.data.same) return <p className="empty">{t('console.version.compare.same', { from, to })}</p>;
  const { differences } = comparison.data;
  return (
    <>
      <p className="facts">
        <ChangeCounts differences={differences} />
      </p>
      <Differences
        differences={differences}
        document={later.data.document}
        sides={[t('console.version.name', { version: from }), t('console.version.name', { version: to })]}
      />
    </>
  );
}
