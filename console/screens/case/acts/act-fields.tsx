import { lazy, type ReactNode, Suspense } from 'react';
import type { CaseView } from '../../../../src/features/cases/contract.ts';
import { CheckField, ChoiceField, SelectField, TextField } from '../../../parts/fields.tsx';
import { PickArea } from '../../../parts/pick-area.tsx';
import { PickUnit, PickUnits } from '../../../parts/pick-unit.tsx';
import { Skeleton } from '../../../parts/skeleton.tsx';
import { needLaterTexts } from '../../../text/messages.ts';
import { useText } from '../../../text/text-context.tsx';
import { caseAddress } from '../case-address.ts';
import { limitUnits } from './assignment-forms.ts';
import { type Field, flagOf, idOf, idsOf, shownFields, textOf, type Values } from './field.ts';
import { PickCategory, PickColleague, PickPerson } from './picks.tsx';
import { ReportFields } from './report-fields.tsx';

/** Rare, and large: its code and its texts come when it is opened. */
const RedactionField = lazy(async () => {
  const [{ RedactionField: field }] = await Promise.all([import('./redaction-field.tsx'), needLaterTexts()]);
  return { default: field };
});

interface ActFieldsProps {
  readonly view: CaseView;
  readonly fields: readonly Field[];
  readonly values: Values;
  readonly set: (part: Values) => void;
  /** By field name, in the reader's language. */
  readonly errors: Readonly<Record<string, string>>;
}

/** The fields of an act, in their order. */
export function ActFields({ fields, ...rest }: ActFieldsProps): ReactNode {
  return shownFields(fields, rest.values).map((field) => (
    <OneField key={field.name} field={field} {...rest} />
  ));
}

function OneField({
  field,
  view,
  values,
  set,
  errors,
}: Omit<ActFieldsProps, 'fields'> & { readonly field: Field }): ReactNode {
  const { t, knows } = useText();
  const label = t(`console.field.${field.label}`);
  const hint = knows(`console.field.${field.label}.hint`)
    ? t(`console.field.${field.label}.hint`)
    : undefined;
  const common = { label, hint, error: errors[field.name], required: field.required ?? false };
  const put = (value: string | null): void => set({ [field.name]: value });
  switch (field.kind) {
    case 'line':
      return (
        <TextField {...common} value={textOf(values, field.name)} onChange={put} maxLength={field.max} />
      );
    case 'text':
      return (
        <TextField
          {...common}
          value={textOf(values, field.name)}
          onChange={put}
          maxLength={field.max}
          rows={field.rows}
        />
      );
    case 'choice':
      return <Choice field={field} common={common} value={textOf(values, field.name)} onChange={put} />;
    case 'check':
      return (
        <CheckField
          label={label}
          hint={hint}
          value={flagOf(values, field.name)}
          onChange={(value) => set({ [field.name]: value })}
        />
      );
    case 'unit':
      return (
        <PickUnit
          {...common}
          institution={view.institution.id}
          value={idOf(values, field.name)}
          onChange={put}
          without={new Set(field.without)}
        />
      );
    case 'units':
      return (
        <PickUnits
          institution={view.institution.id}
          label={label}
          addLabel={t('console.field.copies.more')}
          hint={hint}
          value={idsOf(values, field.name)}
          onChange={(ids) => set({ [field.name]: ids })}
        />
      );
    case 'person':
      return <PickPerson {...common} caseId={view.id} value={idOf(values, field.name)} onChange={put} />;
    case 'colleague':
      return (
        <PickColleague
          {...common}
          address={caseAddress(view)}
          value={idOf(values, field.name)}
          onChange={put}
        />
      );
    case 'listed':
      return (
        <SelectField
          {...common}
          value={textOf(values, field.name)}
          onChange={put}
          empty={t('console.choose')}
          options={field.among.map(({ id, person, unit }) => ({
            id,
            name: person?.name ?? unit?.name ?? '',
          }))}
        />
      );
    case 'category':
      return (
        <PickCategory
          {...common}
          institution={view.institution.id}
          value={idOf(values, field.name)}
          onChange={put}
        />
      );
    case 'area':
      return (
        <PickArea
          {...common}
          value={idOf(values, field.name)}
          name={idOf(values, 'areaName')}
          onChange={(code, name) => set({ [field.name]: code, areaName: name })}
        />
      );
    case 'assignment':
      return (
        <SelectField
          {...common}
          value={textOf(values, field.name)}
          onChange={(id) => put(id === '' ? null : id)}
          empty={t(field.none === undefined ? 'console.choose' : `console.field.${field.none}`)}
          options={field.among.map((one) => ({
            id: one.id,
            name: `${one.person?.name ?? one.unit?.name ?? ''}: ${one.task}`,
          }))}
        />
      );
    case 'redaction':
      return (
        <Suspense fallback={<Skeleton lines={6} />}>
          <RedactionField caseId={view.id} edits={field.edits} values={values} set={set} />
        </Suspense>
      );
    case 'limit':
      return <LimitFields values={values} set={set} error={errors.amount} />;
    case 'report':
      return <ReportFields view={view} values={values} set={set} errors={errors} field={field} />;
  }
}

function Choice({
  field,
  common,
  value,
  onChange,
}: {
  readonly field: Extract<Field, { readonly kind: 'choice' }>;
  readonly common: {
    readonly label: string;
    readonly hint: string | undefined;
    readonly error: string | undefined;
  };
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const { t, knows } = useText();
  return (
    <ChoiceField
      {...common}
      value={value}
      onChange={onChange}
      stacked={field.stacked ?? false}
      options={field.options.map((id) => ({
        id,
        name: t(`console.${field.words}.${id}`),
        hint: knows(`console.${field.words}.${id}.hint`) ? t(`console.${field.words}.${id}.hint`) : undefined,
        disabled: field.disabled?.includes(id) ?? false,
      }))}
    />
  );
}

function LimitFields({
  values,
  set,
  error,
}: {
  readonly values: Values;
  readonly set: (part: Values) => void;
  readonly error: string | undefined;
}): ReactNode {
  const { t } = useText();
  return (
    <div className="side-by-side">
      <TextField
        label={t('console.field.limit')}
        type="number"
        min={1}
        max={365}
        required
        value={textOf(values, 'amount')}
        onChange={(amount) => set({ amount })}
        error={error}
      />
      <SelectField
        label={t('console.field.limit-unit')}
        value={textOf(values, 'limitUnit')}
        onChange={(limitUnit) => set({ limitUnit })}
        options={limitUnits.map((id) => ({ id, name: t(`console.limit-unit.${id}`) }))}
      />
    </div>
  );
}
