import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Static } from 'typebox';
import type { InstitutionView, NewInstitution } from '../../../src/features/organizations/contract.ts';
import { institutionsQuery, proceduresQuery } from '../../api/queries.ts';
import { useSession } from '../../app/session.ts';
import { CheckField, SelectField, TextField } from '../../parts/fields.tsx';
import { PageProblem } from '../../parts/page-problem.tsx';
import { PickUnit } from '../../parts/pick-unit.tsx';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { zoneName } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { AdminPage } from './admin-page.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { zones } from './zones.ts';

/** The institutions that the person looks after; whoever belongs to none of them may add one. */
export function InstitutionsPage(): ReactNode {
  const { t } = useText();
  const { person } = useSession();
  const { data: known, error, refetch } = useQuery(institutionsQuery);
  const data = known?.filter(({ id }) => person.institution === null || id === person.institution.id);
  const procedures = useQuery(proceduresQuery);
  const [editing, setEditing] = useState<InstitutionView | 'new' | null>(null);
  const titleOf = (id: string): string => procedures.data?.find((one) => one.id === id)?.title ?? id;
  return (
    <AdminPage
      title={t('console.institutions.title')}
      {...(person.institution === null
        ? { addLabel: t('console.institutions.add'), onAdd: () => setEditing('new') }
        : {})}
    >
      {error !== null && data === undefined ? (
        <PageProblem error={error} retry={() => void refetch()} />
      ) : null}
      {data === undefined && error === null ? <Skeleton /> : null}
      {data === undefined ? null : (
        <Rows
          caption={t('console.institutions.title')}
          columns={[
            t('console.admin.name'),
            t('console.admin.procedure'),
            t('console.admin.zone'),
            t('console.admin.state'),
          ]}
        >
          {data.map((one) => (
            <Row key={one.id} className={one.active ? undefined : 'off'}>
              <RowHead>
                <button type="button" className="name" onClick={() => setEditing(one)}>
                  {one.name}
                </button>
                <small>{one.shortName}</small>
              </RowHead>
              <Cell name={t('console.admin.procedure')}>{titleOf(one.procedureId)}</Cell>
              <Cell name={t('console.admin.zone')}>{zoneName(one.zone)}</Cell>
              <Cell name={t('console.admin.state')}>
                {t(one.active ? 'console.admin.active' : 'console.admin.inactive')}
              </Cell>
            </Row>
          ))}
        </Rows>
      )}
      {editing === null ? null : (
        <InstitutionDialog
          institution={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </AdminPage>
  );
}

type Draft = Static<typeof NewInstitution>;

function InstitutionDialog({
  institution,
  onClose,
}: {
  readonly institution: InstitutionView | null;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useText();
  const procedures = useQuery(proceduresQuery);
  const [draft, setDraft] = useState<Draft>({
    id: '',
    name: '',
    shortName: '',
    zone: 'Asia/Jakarta',
    procedureId: '',
    frontUnitId: null,
    description: {},
    active: true,
    ...institution,
  });
  const set = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const { id, name, shortName, zone, procedureId, frontUnitId, description, active } = draft;
  const input = { name, shortName, zone, procedureId, frontUnitId, description, active };
  return (
    <EditDialog
      title={institution?.name ?? t('console.institutions.add')}
      method={institution === null ? 'POST' : 'PUT'}
      path={institution === null ? '/institutions' : `/institutions/${institution.id}`}
      body={() => (institution === null ? { id, ...input } : input)}
      refresh={[['institutions']]}
      said={t('console.admin.saved', { name })}
      onClose={onClose}
    >
      {(errors) => (
        <>
          {institution === null ? (
            <TextField
              label={t('console.institutions.id')}
              hint={t('console.institutions.id.hint')}
              required
              maxLength={40}
              value={id}
              onChange={(value) => set({ id: value })}
              error={errors.id}
            />
          ) : null}
          <TextField
            label={t('console.admin.name')}
            required
            maxLength={200}
            value={name}
            onChange={(value) => set({ name: value })}
            error={errors.name}
          />
          <TextField
            label={t('console.institutions.short')}
            required
            maxLength={40}
            value={shortName}
            onChange={(value) => set({ shortName: value })}
            error={errors.shortName}
          />
          <SelectField
            label={t('console.admin.zone')}
            value={zone}
            onChange={(value) => set({ zone: zones.find((one) => one === value) ?? 'Asia/Jakarta' })}
            options={zones.map((one) => ({ id: one, name: zoneName(one) }))}
          />
          <SelectField
            label={t('console.admin.procedure')}
            hint={t('console.institutions.procedure.hint')}
            required
            value={procedureId}
            onChange={(value) => set({ procedureId: value })}
            empty={t('console.choose')}
            options={(procedures.data ?? []).map((one) => ({ id: one.id, name: one.title }))}
            error={errors.procedureId}
          />
          {institution === null ? null : (
            <PickUnit
              institution={institution.id}
              label={t('console.institutions.front')}
              hint={t('console.institutions.front.hint')}
              value={frontUnitId}
              onChange={(value) => set({ frontUnitId: value })}
              error={errors.frontUnitId}
            />
          )}
          {(['id', 'en'] as const).map((language) => (
            <TextField
              key={language}
              label={t(`console.institutions.description.${language}`)}
              rows={2}
              maxLength={2000}
              value={description[language] ?? ''}
              onChange={(value) => set({ description: { ...description, [language]: value } })}
            />
          ))}
          <CheckField
            label={t('console.admin.is-active')}
            value={active}
            onChange={(value) => set({ active: value })}
          />
        </>
      )}
    </EditDialog>
  );
}
