import type { ReactNode } from 'react';
import type { InstitutionView } from '../../../src/features/organizations/contract.ts';
import type { ProcedureListItem } from '../../../src/features/procedures/contract.ts';
import type { ComplianceSearch } from '../../app/compliance-search.ts';
import { SelectField, TextField } from '../../parts/fields.tsx';
import { PickUnit } from '../../parts/pick-unit.tsx';
import { useText } from '../../text/text-context.tsx';

interface Props {
  readonly search: ComplianceSearch;
  readonly sop: string;
  readonly procedures: readonly ProcedureListItem[];
  /** Null: the person belongs to one, and no other is asked for. */
  readonly institutions: readonly InstitutionView[] | null;
  readonly institution: string;
  readonly versions: readonly number[];
  /** What the server took for days that were not asked for. */
  readonly days: { readonly from: string; readonly to: string };
  /** What the server could not take, by field. */
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (search: ComplianceSearch) => void;
}

/** What is asked: which SOP, whose, of which days, and as known when. */
export function Filters(props: Props): ReactNode {
  const { search, sop, procedures, institutions, institution, versions, days, faults, onChange } = props;
  const { t } = useText();
  const { version: _version, unit: _unit, ...wider } = search;
  return (
    <div className="toolbar compliance-filters">
      <SelectField
        label={t('console.compliance.procedure')}
        value={sop}
        options={procedures.map(({ id, title }) => ({ id, name: title }))}
        onChange={(chosen) => onChange({ ...wider, sop: chosen })}
        required
      />
      {institutions === null ? null : (
        <SelectField
          label={t('console.institution')}
          value={institution}
          options={institutions.map(({ id, name }) => ({ id, name }))}
          onChange={(chosen) => onChange({ ...wider, institution: chosen })}
          required
        />
      )}
      <SelectField
        label={t('console.compliance.version')}
        value={search.version === undefined ? '' : String(search.version)}
        empty={t('console.compliance.version.all')}
        options={versions.map((version) => ({
          id: String(version),
          name: t('console.compliance.version.one', { version }),
        }))}
        onChange={(chosen) => onChange(set(search, 'version', chosen === '' ? undefined : Number(chosen)))}
      />
      <PickUnit
        institution={institution}
        label={t('console.compliance.unit')}
        value={search.unit ?? null}
        onChange={(unit) => onChange(set(search, 'unit', unit ?? undefined))}
        unmarked
      />
      {(['from', 'to', 'asOf'] as const).map((name) => (
        <TextField
          key={name}
          label={t(`console.compliance.${name === 'asOf' ? 'seen' : name}`)}
          type="date"
          value={search[name] ?? (name === 'asOf' ? '' : days[name])}
          error={faults[name]}
          onChange={(day) => onChange(set(search, name, day === '' ? undefined : day))}
          unmarked
        />
      ))}
    </div>
  );
}

function set(
  search: ComplianceSearch,
  name: keyof ComplianceSearch,
  value: string | number | undefined,
): ComplianceSearch {
  const others = Object.entries(search).filter(([key]) => key !== name);
  return Object.fromEntries(value === undefined ? others : [...others, [name, value]]);
}
