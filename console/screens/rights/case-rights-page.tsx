import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CaseRights } from '../../../src/features/rights/contract.ts';
import { caseRightsQuery } from '../../api/queries.ts';
import { useTitle } from '../../app/use-title.ts';
import { Icon } from '../../parts/icon.tsx';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useText } from '../../text/text-context.tsx';
import { Held } from './held.tsx';
import './rights.css';

/** One case: who sees it now, who may act on it, and why; and whom the conflict list keeps out. */
export function CaseRightsPage(): ReactNode {
  const { t } = useText();
  const { id } = useParams({ from: '/perkara/$id/hak' });
  const { data, error, refetch } = useQuery(caseRightsQuery(id));
  useTitle(data === undefined ? '' : t('rights.case.title', { number: data.number }));
  if (data === undefined) {
    return error === null ? (
      <Skeleton lines={12} />
    ) : (
      <PageProblem error={error} retry={() => void refetch()} whole />
    );
  }
  const out = data.people.filter(({ keptOut }) => keptOut);
  const acting = data.people.filter(
    ({ keptOut, grants }) => !keptOut && grants.some(({ acts }) => acts.length > 0),
  );
  const reading = data.people.filter((one) => !out.includes(one) && !acting.includes(one));
  return (
    <div className="page">
      <div className="head">
        <p className="crumb">
          <Link to="/perkara/$id" params={{ id }} className="link">
            <Icon name="back" />
            {data.number}
          </Link>
        </p>
        <h1>{t('rights.case.title', { number: data.number })}</h1>
        <p className="facts">
          {data.step === null
            ? t('rights.case.no-step')
            : t('rights.case.step', { no: data.step.no, activity: data.step.activity })}
        </p>
      </div>
      <div className="pad">
        <People title={t('rights.case.acting')} people={acting} step={data.step} />
        <People title={t('rights.case.reading')} people={reading} step={data.step} />
        <People title={t('rights.case.kept-out')} people={out} step={data.step} />
        {data.more ? <p className="note">{t('rights.case.more')}</p> : null}
      </div>
    </div>
  );
}

interface PeopleProps {
  readonly title: string;
  readonly people: CaseRights['people'];
  readonly step: CaseRights['step'];
}

function People({ title, people, step }: PeopleProps): ReactNode {
  const { t } = useText();
  if (people.length === 0) return null;
  return (
    <>
      <h2>{t('rights.case.count', { title, count: people.length })}</h2>
      <Rows
        caption={title}
        columns={[t('console.admin.name'), t('rights.because'), t('rights.case.acts')]}
        className="who"
      >
        {people.map((person) => (
          <Row key={person.id}>
            <RowHead>
              {person.name}
              {person.unit === null ? null : <small>{person.unit}</small>}
            </RowHead>
            <Cell name={t('rights.because')}>
              {person.grants.map((grant) => (
                <p key={[grant.role, grant.unit, grant.area, grant.category, grant.onBehalfOf?.name].join()}>
                  <Held grant={grant} />
                  {step?.roles.includes(grant.role) ? (
                    <small>{t('rights.case.named-by-step', { no: step.no })}</small>
                  ) : null}
                </p>
              ))}
            </Cell>
            <Cell name={t('rights.case.acts')}>
              {person.keptOut ? t('rights.case.kept-out.why') : <Acts grants={person.grants} />}
            </Cell>
          </Row>
        ))}
      </Rows>
    </>
  );
}

function Acts({ grants }: { readonly grants: CaseRights['people'][number]['grants'] }): ReactNode {
  const { t, knows } = useText();
  const acts = [...new Set(grants.flatMap((grant) => grant.acts))];
  const nameOf = (act: string): string => {
    const key = [`console.act.${act}`, `rights.act.${act}`].find((one) => knows(one));
    return key === undefined ? act : t(key);
  };
  if (acts.length > 0) return acts.map(nameOf).join(', ');
  return t(grants.some(({ sees }) => sees === 'case') ? 'rights.case.only-sees' : 'rights.case.only-task');
}
