import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { UnitInput, UnitView } from '../../../src/features/organizations/contract.ts';
import { unitsQuery } from '../../api/queries.ts';
import { CheckField, SelectField, TextField } from '../../parts/fields.tsx';
import { PageProblem } from '../../parts/page-problem.tsx';
import { PickArea } from '../../parts/pick-area.tsx';
import { PickUnit } from '../../parts/pick-unit.tsx';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { placeUnits, subtreeOf } from '../../parts/unit-tree.ts';
import { zoneName } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { AdminPage } from './admin-page.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { useInstitution } from './use-institution.ts';
import { kindsOfUnit, zones } from './zones.ts';

/** The organisation chart, as deep as it goes; a unit is never deleted, only set inactive. */
export function UnitsPage(): ReactNode {
  const { t } = useText();
  const of = useInstitution();
  const { data, error, refetch } = useQuery(unitsQuery(of.institution));
  const [editing, setEditing] = useState<UnitView | 'new' | null>(null);
  return (
    <AdminPage
      title={t('console.units.title')}
      note={data === undefined ? '' : t('console.units.count', { count: data.length })}
      of={of}
      addLabel={t('console.units.add')}
      onAdd={() => setEditing('new')}
    >
      {error !== null && data === undefined ? (
        <PageProblem error={error} retry={() => void refetch()} />
      ) : null}
      {data === undefined && error === null ? <Skeleton /> : null}
      {data?.length === 0 ? <p className="empty">{t('console.units.empty')}</p> : null}
      {data === undefined || data.length === 0 ? null : (
        <Rows
          caption={t('console.units.title')}
          className="tree"
          columns={[
            t('console.admin.name'),
            t('console.units.kind'),
            t('console.admin.zone'),
            t('console.units.verified'),
            t('console.admin.state'),
          ]}
        >
          {placeUnits(data).map(({ unit, depth }) => (
            <Row key={unit.id} className={`l${Math.min(depth, 6)}${unit.active ? '' : ' off'}`}>
              <RowHead>
                <button type="button" className="name" onClick={() => setEditing(unit)}>
                  {unit.name}
                </button>
              </RowHead>
              <Cell name={t('console.units.kind')}>{t(`console.unit-kind.${unit.kind}`)}</Cell>
              <Cell name={t('console.admin.zone')}>{zoneName(unit.zone)}</Cell>
              <Cell name={t('console.units.verified')}>
                {t(unit.verified ? 'console.units.verified.yes' : 'console.units.verified.no')}
              </Cell>
              <Cell name={t('console.admin.state')}>
                {t(unit.active ? 'console.admin.active' : 'console.admin.inactive')}
              </Cell>
            </Row>
          ))}
        </Rows>
      )}
      {editing === null ? null : (
        <UnitDialog
          institution={of.institution}
          unit={editing === 'new' ? null : editing}
          all={data ?? []}
          onClose={() => setEditing(null)}
        />
      )}
    </AdminPage>
  );
}

interface UnitDialogProps {
  readonly institution: string;
  readonly unit: UnitView | null;
  readonly all: readonly UnitView[];
  readonly onClose: () => void;
}

function UnitDialog({ institution, unit, all, onClose }: UnitDialogProps): ReactNode {
  const { t } = useText();
  const [areaName, setAreaName] = useState<string | null>(null);
  const [draft, setDraft] = useState<UnitInput>({
    parentId: unit?.parentId ?? null,
    name: unit?.name ?? '',
    kind: kindsOfUnit.find((kind) => kind === unit?.kind) ?? 'work-unit',
    zone: unit?.zone ?? 'Asia/Jakarta',
    areaCode: unit?.areaCode ?? null,
    verified: unit?.verified ?? false,
    active: unit?.active ?? true,
  });
  const set = (part: Partial<UnitInput>): void => setDraft({ ...draft, ...part });
  return (
    <EditDialog
      title={unit?.name ?? t('console.units.add')}
      method={unit === null ? 'POST' : 'PUT'}
      path={unit === null ? `/institutions/${institution}/units` : `/units/${unit.id}`}
      body={() => draft}
      refresh={[['institutions', institution, 'units']]}
      said={t('console.admin.saved', { name: draft.name })}
      onClose={onClose}
    >
      {(errors) => (
        <>
          <TextField
            label={t('console.admin.name')}
            required
            maxLength={200}
            value={draft.name}
            onChange={(name) => set({ name })}
            error={errors.name}
          />
          <PickUnit
            institution={institution}
            label={t('console.units.parent')}
            hint={t('console.units.parent.hint')}
            value={draft.parentId}
            onChange={(parentId) => set({ parentId })}
            error={errors.parentId}
            {...(unit === null ? {} : { without: subtreeOf(all, unit.id) })}
          />
          <SelectField
            label={t('console.units.kind')}
            value={draft.kind}
            onChange={(value) => set({ kind: kindsOfUnit.find((kind) => kind === value) ?? draft.kind })}
            options={kindsOfUnit.map((id) => ({ id, name: t(`console.unit-kind.${id}`) }))}
          />
          <SelectField
            label={t('console.admin.zone')}
            hint={t('console.units.zone.hint')}
            value={draft.zone}
            onChange={(value) => set({ zone: zones.find((zone) => zone === value) ?? draft.zone })}
            options={zones.map((id) => ({ id, name: zoneName(id) }))}
          />
          <PickArea
            label={t('console.units.area')}
            value={draft.areaCode}
            name={areaName}
            onChange={(areaCode, name) => {
              set({ areaCode });
              setAreaName(name);
            }}
            error={errors.areaCode}
          />
          <CheckField
            label={t('console.units.is-verified')}
            hint={t('console.units.is-verified.hint')}
            value={draft.verified}
            onChange={(verified) => set({ verified })}
          />
          <CheckField
            label={t('console.admin.is-active')}
            hint={t('console.units.active.hint')}
            value={draft.active}
            onChange={(active) => set({ active })}
          />
        </>
      )}
    </EditDialog>
  );
}
