import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { VersionListItem, VersionView } from '../../../src/features/procedures/contract.ts';
import { versionQuery, versionsQuery } from '../../api/version-queries.ts';
import { type ProcedurePart, procedureParts } from '../../app/procedure-search.ts';
import { useHolds } from '../../app/session.ts';
import { useTitle } from '../../app/use-title.ts';
import { Icon } from '../../parts/icon.tsx';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useText } from '../../text/text-context.tsx';
import { SimulationPanel } from '../simulation/simulation-panel.tsx';
import { BeginDraft } from './begin-draft.tsx';
import { ProcedureTable } from './procedure-table.tsx';
import { VersionComparison } from './version-comparison.tsx';
import { VersionDrawing } from './version-drawing.tsx';
import { VersionFiles } from './version-files.tsx';
import { Versions } from './versions.tsx';
import './procedure.css';
import './version.css';

/** A released version of an SOP: to read, to take away, to compare, to try out, to begin the next one from. */
export function ProcedurePage(): ReactNode {
  const { institution, name } = useParams({ from: '/sop/$institution/$name' });
  const { versi } = useSearch({ from: '/sop/$institution/$name' });
  const id = `${institution}/${name}`;
  const { data: versions, error, refetch } = useQuery(versionsQuery(id));
  if (versions === undefined) {
    return error === null ? (
      <Skeleton lines={12} />
    ) : (
      <PageProblem error={error} retry={() => void refetch()} whole />
    );
  }
  const latest = versions.find(({ takesNewCases }) => takesNewCases)?.version ?? 1;
  return <Version id={id} versions={versions} version={versi ?? latest} latest={latest} />;
}

interface VersionProps {
  readonly id: string;
  readonly versions: readonly VersionListItem[];
  readonly version: number;
  readonly latest: number;
}

function Version({ id, versions, version, latest }: VersionProps): ReactNode {
  const { data, error, refetch } = useQuery(versionQuery(id, version));
  useTitle(data?.title ?? '');
  const { bagian } = useSearch({ from: '/sop/$institution/$name' });
  const parts = useParts();
  if (data === undefined) {
    return error === null ? (
      <Skeleton lines={12} />
    ) : (
      <PageProblem error={error} retry={() => void refetch()} whole />
    );
  }
  const part = parts.find((one) => one === bagian) ?? 'bagan';
  return (
    <div className="page">
      <Head view={data} id={id} latest={latest} />
      <PartLinks id={id} parts={parts} current={part} />
      <Part part={part} id={id} view={data} versions={versions} />
    </div>
  );
}

/** Simulations are for who keeps procedures or reads figures. */
function useParts(): readonly ProcedurePart[] {
  const holds = useHolds();
  const simulates = holds('procedure.manage') || holds('statistics.read');
  return procedureParts.filter((part) => part !== 'simulasi' || simulates);
}

interface HeadProps {
  readonly view: VersionView;
  readonly id: string;
  readonly latest: number;
}

function Head({ view, id, latest }: HeadProps): ReactNode {
  const { t } = useText();
  const holds = useHolds();
  const [beginning, setBeginning] = useState(false);
  const { version, procedure } = view;
  const [institution = '', name = ''] = id.split('/');
  return (
    <div className="head">
      <p className="crumb">
        <Link to="/sop" className="link">
          <Icon name="back" />
          {t('console.procedures.title')}
        </Link>
      </p>
      <h1>{view.title}</h1>
      <p className="facts">
        {t('console.version.facts', {
          institution: procedure.institution,
          version,
          count: procedure.stepCount,
        })}
      </p>
      <div className="end version-acts">
        {holds('statistics.read') ? (
          <Link to="/kepatuhan" search={{ sop: id, version }} className="btn">
            {t('console.version.compliance')}
          </Link>
        ) : null}
        {holds('procedure.manage') ? (
          <button type="button" className="btn primary" onClick={() => setBeginning(true)}>
            {t('console.version.begin')}
          </button>
        ) : null}
      </div>
      <p className="whole">
        {view.takesNewCases ? (
          t('console.version.current')
        ) : (
          <>
            {t('console.version.superseded', { latest })}{' '}
            <Link to="/sop/$institution/$name" params={{ institution, name }} className="link">
              {t('console.version.open-latest')}
            </Link>
          </>
        )}
      </p>
      <VersionFiles id={id} version={version} />
      {beginning ? <BeginDraft id={id} version={version} onClose={() => setBeginning(false)} /> : null}
    </div>
  );
}

interface PartLinksProps {
  readonly id: string;
  readonly parts: readonly ProcedurePart[];
  readonly current: ProcedurePart;
}

function PartLinks({ id, parts, current }: PartLinksProps): ReactNode {
  const { t } = useText();
  const search = useSearch({ from: '/sop/$institution/$name' });
  const links = useRef<HTMLElement>(null);
  // On a narrow screen the parts are a strip that is pushed: the one that is open stays in sight.
  useEffect(() => {
    links.current?.querySelector(`[href*="bagian=${current}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const [institution = '', name = ''] = id.split('/');
  return (
    <nav className="version-parts" ref={links} aria-label={t('console.version.parts')}>
      {parts.map((part) => (
        <Link
          key={part}
          to="/sop/$institution/$name"
          params={{ institution, name }}
          search={{ ...search, bagian: part }}
          resetScroll={false}
          {...(part === current ? { 'aria-current': 'page' as const } : {})}
        >
          {t(`console.version.part.${part}`)}
        </Link>
      ))}
    </nav>
  );
}

interface PartProps {
  readonly part: ProcedurePart;
  readonly id: string;
  readonly view: VersionView;
  readonly versions: readonly VersionListItem[];
}

function Part({ part, id, view, versions }: PartProps): ReactNode {
  const { t } = useText();
  const { version, document, procedure } = view;
  const shown = {
    bagan: <VersionDrawing id={id} version={version} />,
    tabel: <ProcedureTable procedure={procedure} />,
    versi: <Versions id={id} view={view} versions={versions} />,
    banding: <VersionComparison id={id} version={version} versions={versions} />,
    simulasi: <SimulationPanel key={version} procedure={{ id, version }} document={document} />,
  }[part];
  return (
    <section className="pad version-part" aria-labelledby="h-part">
      <h2 id="h-part">{t(`console.version.part.${part}`)}</h2>
      {shown}
    </section>
  );
}
