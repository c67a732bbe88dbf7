import { caseKinds } from '../../domain/cases/words.ts';
import type { Reader } from '../parts/reader.ts';
import type { InstitutionChoice, Choices as Offered } from './report-choices.ts';
import { type Fault, faultOf } from './report-faults.ts';
import { Choices, describedBy, FaultLine, Field, OneField, Part } from './report-part.tsx';
import type { ReportValues } from './report-values.ts';

export interface ReportPartProps {
  readonly reader: Reader;
  readonly values: ReportValues;
  readonly offered: Offered;
  readonly faults: readonly Fault[];
}

/** The citizen's own words: the only thing that must be there. */
export function Story({ reader, values, faults }: ReportPartProps) {
  const { t } = reader;
  const fault = faultOf(faults, 'text');
  return (
    <OneField
      {...{ reader, fault, no: 1, htmlFor: 'text', title: t('report.story.title') }}
      hint={t('report.story.hint')}
    >
      <textarea
        className="in"
        id="text"
        name="text"
        rows={8}
        required
        defaultValue={values.text}
        {...describedBy('text', fault)}
      />
    </OneField>
  );
}

export function Kind({ reader, values, offered }: ReportPartProps) {
  const { t } = reader;
  return (
    <Part {...{ reader, no: 2, title: t('report.kind.title'), hint: t('report.kind.hint') }}>
      <Choices
        name="kind"
        chosen={values.kind === '' ? 'complaint' : values.kind}
        choices={caseKinds.map((kind) => ({
          value: kind,
          label: t(`kind.${kind}`),
          hint: t(`report.kind.${kind}.hint`, { days: offered.days[kind] }),
        }))}
      />
    </Part>
  );
}

const months = Array.from({ length: 12 }, (_, index) => index + 1);

export function When({ reader, values, faults }: ReportPartProps) {
  const { t } = reader;
  const fault = faultOf(faults, 'occurredOn');
  const wrong = describedBy('d', fault, false);
  return (
    <Part
      {...{ reader, no: 4, title: t('report.when.title'), hint: t('report.when.hint') }}
      optional={t('report.optional')}
    >
      <div className={fault === undefined ? undefined : 'bad after'}>
        <FaultLine fault={fault} />
        <div className="row date">
          <Field id="d" label={t('report.when.day')} className="">
            <input
              className="in"
              id="d"
              name="day"
              inputMode="numeric"
              maxLength={10}
              defaultValue={values.day}
              {...wrong}
            />
          </Field>
          <Field id="m" label={t('report.when.month')} className="grow">
            <select className="in" id="m" name="month" defaultValue={values.month} {...wrong}>
              <option value="">{t('report.when.month.choose')}</option>
              {months.map((month) => (
                <option key={month} value={month}>
                  {reader.plainDate(`2026-${String(month).padStart(2, '0')}`).replace(/\s*2026$/, '')}
                </option>
              ))}
            </select>
          </Field>
          <Field id="y" label={t('report.when.year')} className="">
            <input
              className="in"
              id="y"
              name="year"
              inputMode="numeric"
              maxLength={10}
              defaultValue={values.year}
              {...wrong}
            />
          </Field>
        </div>
      </div>
    </Part>
  );
}

/** Which body, and under which of its headings; "I don't know" is a good answer. */
export function Institution({ reader, values, offered, faults }: ReportPartProps) {
  const { t } = reader;
  const nameFault = faultOf(faults, 'institutionName');
  return (
    <Part
      {...{ reader, no: 5, className: 'inst', title: t('report.institution.title'), hint: null }}
      optional={t('report.optional')}
    >
      <FaultLine fault={faultOf(faults, 'institution', 'category')} />
      <Choices
        name="institution"
        chosen={values.institution}
        choices={[
          {
            value: '',
            label: t('report.institution.unknown'),
            hint: t('report.institution.unknown.hint'),
            data: { 'data-kk': offered.receiving?.asksFamilyCard === true ? 'yes' : 'no' },
          },
          ...offered.institutions.map((one) => ({
            value: one.id,
            label: one.name,
            hint: one.description,
            data: { 'data-kk': one.asksFamilyCard ? 'yes' : 'no' } as const,
            more: <Category reader={reader} values={values} institution={one} />,
          })),
          {
            value: 'other',
            label: t('report.institution.other'),
            hint: t('report.institution.other.hint'),
            data: { 'data-kk': 'no' },
            more: <OtherInstitution reader={reader} values={values} fault={nameFault} />,
          },
        ]}
      />
    </Part>
  );
}

function Category(props: { reader: Reader; values: ReportValues; institution: InstitutionChoice }) {
  const { reader, values, institution } = props;
  const { id, name, categories } = institution;
  if (categories.length === 0) return null;
  const field = `bidang-${id}`;
  return (
    <Field id={field} label={reader.t('report.category.label', { institution: name })} className="more">
      <select
        className="in"
        id={field}
        name={`category.${id}`}
        defaultValue={values.institution === id ? values.category : ''}
      >
        <option value="">{reader.t('report.category.unknown')}</option>
        {categories.map((category) => (
          <option key={category.id} value={category.id}>
            {category.name}
          </option>
        ))}
      </select>
    </Field>
  );
}

function OtherInstitution(props: { reader: Reader; values: ReportValues; fault: Fault | undefined }) {
  const { reader, values, fault } = props;
  return (
    <Field id="inst" label={reader.t('report.institution.name')} fault={fault} className="more">
      <input
        className="in"
        id="inst"
        name="institutionName"
        defaultValue={values.institutionName}
        {...describedBy('inst', fault, false)}
      />
    </Field>
  );
}
