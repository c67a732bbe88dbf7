import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { PersonInput } from '../../../src/features/people/contract.ts';
import { categoriesQuery, rolesQuery } from '../../api/queries.ts';
import { SelectField } from '../../parts/fields.tsx';
import { Icon } from '../../parts/icon.tsx';
import { PickArea } from '../../parts/pick-area.tsx';
import { PickUnit } from '../../parts/pick-unit.tsx';
import { useText } from '../../text/text-context.tsx';

type Grant = PersonInput['grants'][number];

interface GrantsFieldProps {
  readonly institution: string;
  readonly value: readonly Grant[];
  readonly onChange: (grants: Grant[]) => void;
  readonly error?: string | undefined;
}

/** Roles with their reach: a unit with all below it, AND an area, AND a category. Empty means everywhere. */
export function GrantsField({ institution, value, onChange, error }: GrantsFieldProps): ReactNode {
  const { t } = useText();
  const add = (): void =>
    onChange([...value, { roleId: '', unitId: null, areaCode: null, categoryId: null }]);
  return (
    <fieldset className="group">
      <legend>{t('console.account.roles')}</legend>
      <p className="hint">{t('console.people.grants.hint')}</p>
      {error === undefined ? null : <p className="field-error">{error}</p>}
      {value.map((grant, index) => (
        <OneGrant
          // biome-ignore lint/suspicious/noArrayIndexKey: a grant has no identity but its place until it is saved
          key={index}
          number={index + 1}
          institution={institution}
          grant={grant}
          onChange={(next) => onChange(value.map((one, at) => (at === index ? next : one)))}
          onRemove={() => onChange(value.filter((_, at) => at !== index))}
        />
      ))}
      <button type="button" className="btn" onClick={add}>
        <Icon name="plus" />
        {t('console.people.grants.add')}
      </button>
    </fieldset>
  );
}

interface OneGrantProps {
  readonly number: number;
  readonly institution: string;
  readonly grant: Grant;
  readonly onChange: (grant: Grant) => void;
  readonly onRemove: () => void;
}

function OneGrant({ number, institution, grant, onChange, onRemove }: OneGrantProps): ReactNode {
  const { t } = useText();
  const roles = useQuery(rolesQuery);
  const categories = useQuery(categoriesQuery(institution));
  const [areaName, setAreaName] = useState<string | null>(null);
  return (
    <fieldset className="grant">
      <legend>{t('console.people.grant', { number })}</legend>
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
      <button type="button" className="btn" onClick={onRemove}>
        {t('console.people.grant.remove', { number })}
      </button>
    </fieldset>
  );
}
