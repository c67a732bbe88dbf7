import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { PersonInput } from '../../../src/features/people/contract.ts';
import { categoriesQuery, rolesQuery } from '../../api/queries.ts';
import { SelectField } from '../../parts/fields.tsx';
import { PickArea } from '../../parts/pick-area.tsx';
import { PickUnit } from '../../parts/pick-unit.tsx';
import { useText } from '../../text/text-context.tsx';

type Grant = PersonInput['grants'][number];

interface OneGrantProps {
  readonly legend: string;
  readonly institution: string;
  readonly grant: Grant;
  readonly onChange: (grant: Grant) => void;
  /** Where there may be several. */
  readonly removeLabel?: string;
  readonly onRemove?: () => void;
}

/** A role with its reach. */
export function OneGrant({
  legend,
  institution,
  grant,
  onChange,
  removeLabel,
  onRemove,
}: OneGrantProps): ReactNode {
  const { t } = useText();
  const roles = useQuery(rolesQuery);
  const categories = useQuery(categoriesQuery(institution));
  const [areaName, setAreaName] = useState<string | null>(null);
  return (
    <fieldset className="grant">
      <legend>{legend}</legend>
      <SelectField
        label={t('console.people.role')}
        required
        value={grant.roleId}
        onChange={(roleId) => onChange({ ...grant, roleId })}
        empty={t('console.choose')}
        options={(roles.data ?? []).map(({ id, name }) => ({ id, name }))}
      />
      <PickUnit
        institution={institution}
        label={t('console.people.grant.unit')}
        value={grant.unitId}
        onChange={(unitId) => onChange({ ...grant, unitId })}
      />
      <PickArea
        label={t('console.people.grant.area')}
        value={grant.areaCode}
        name={areaName}
        onChange={(areaCode, name) => {
          setAreaName(name);
          onChange({ ...grant, areaCode });
        }}
      />
      <SelectField
        label={t('console.people.grant.category')}
        value={grant.categoryId ?? ''}
        onChange={(id) => onChange({ ...grant, categoryId: id === '' ? null : id })}
        empty={t('console.people.grant.everything')}
        options={(categories.data ?? []).map(({ id, name }) => ({ id, name }))}
      />
      {onRemove === undefined ? null : (
        <button type="button" className="btn" onClick={onRemove}>
          {removeLabel}
        </button>
      )}
    </fieldset>
  );
}
