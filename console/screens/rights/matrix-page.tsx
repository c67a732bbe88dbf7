import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type Door, doors } from '../../../src/domain/access/doors.ts';
import { permissions } from '../../../src/domain/access/permissions.ts';
import { type Role, rolesQuery } from '../../api/queries.ts';
import { SelectField } from '../../parts/fields.tsx';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useText } from '../../text/text-context.tsx';
import { AdminPage } from '../administration/admin-page.tsx';
import { usePermissionName } from './permission-name.ts';
import './rights.css';

/** Roles against what they allow, and against every way of the API; from the same data as the printed page. */
export function MatrixPage(): ReactNode {
  const { t } = useText();
  const { data, error, refetch } = useQuery(rolesQuery);
  const [chosen, setChosen] = useState('');
  const roles = (data ?? []).filter(({ id }) => chosen === '' || id === chosen);
  return (
    <AdminPage
      title={t('rights.title')}
      note={t('rights.note')}
      search={
        <SelectField
          label={t('rights.role')}
          value={chosen}
          onChange={setChosen}
          empty={t('rights.role.all')}
          options={(data ?? []).map(({ id, name }) => ({ id, name }))}
        />
      }
    >
      {error !== null && data === undefined ? (
        <PageProblem error={error} retry={() => void refetch()} />
      ) : null}
      {data === undefined ? error === null ? <Skeleton lines={12} /> : null : <Matrix roles={roles} />}
    </AdminPage>
  );
}

function Matrix({ roles }: { readonly roles: readonly Role[] }): ReactNode {
  const { t } = useText();
  const nameOf = usePermissionName();
  const held = permissions.filter((one) => roles.some((role) => role.permissions.includes(one)));
  const ways = Object.entries(doors).filter(([, door]) => isOpenTo(door, roles));
  return (
    <>
      <h2>{t('rights.permissions')}</h2>
      <Rows caption={t('rights.permissions')} columns={[t('rights.permission'), t('rights.because')]}>
        {held.map((permission) => (
          <Row key={permission}>
            <RowHead>
              {nameOf(permission)} <small className="code">{permission}</small>
            </RowHead>
            <Cell name={t('rights.because')}>{namesOf(roles, [permission])}</Cell>
          </Row>
        ))}
      </Rows>
      <h2>{t('rights.doors')}</h2>
      <p className="note">{t('rights.doors.note')}</p>
      <details>
        <summary>{t('rights.ways', { count: ways.length })}</summary>
        <Rows
          caption={t('rights.doors')}
          columns={[t('rights.door'), t('rights.permission'), t('rights.because')]}
          className="doors"
        >
          {ways.map(([way, door]) => (
            <Row key={way}>
              <RowHead>
                <code>{way}</code>
              </RowHead>
              <Cell name={t('rights.permission')}>
                {typeof door === 'string' ? t(`rights.door.${door}`) : door.map(nameOf).join('; ')}
              </Cell>
              <Cell name={t('rights.because')}>{typeof door === 'string' ? '' : namesOf(roles, door)}</Cell>
            </Row>
          ))}
        </Rows>
      </details>
    </>
  );
}

function isOpenTo(door: Door, roles: readonly Role[]): boolean {
  return typeof door === 'string' || namesOf(roles, door) !== '';
}

function namesOf(roles: readonly Role[], needed: readonly string[]): string {
  return roles
    .filter((role) => needed.some((permission) => role.permissions.includes(permission)))
    .map(({ name }) => name)
    .join(', ');
}
