import type { ReactNode } from 'react';
import { reportOutcomes } from '../../../../src/domain/cases/words.ts';
import type { CaseView } from '../../../../src/features/cases/contract.ts';
import { ChoiceField, TextField } from '../../../parts/fields.tsx';
import { useText } from '../../../text/text-context.tsx';
import { DiffText } from '../diff-text.tsx';
import { type Field, requiredOfReport, textOf, type Values } from './field.ts';
import { reportTexts } from './report-forms.ts';

interface ReportFieldsProps {
  readonly view: CaseView;
  readonly values: Values;
  readonly set: (part: Values) => void;
  readonly errors: Readonly<Record<string, string>>;
  /** A correction shows under each field what it changes, before it is sent. */
  readonly field: Extract<Field, { readonly kind: 'report' }>;
}

const rows = { findings: 5, actions: 4, evidence: 2, basis: 2, answer: 6 } as const;

export function ReportFields({ view, values, set, errors, field }: ReportFieldsProps): ReactNode {
  const { t, knows } = useText();
  const required = requiredOfReport(field.withAnswer);
  const before = field.compare ? view.report?.versions.at(-1)?.content : undefined;
  return (
    <>
      {reportTexts.map((name) => {
        const text = textOf(values, name);
        const hint = `console.report.${name}.hint`;
        return (
          <div key={name}>
            {name === 'answer' ? <Outcome value={textOf(values, 'outcome')} set={set} /> : null}
            <TextField
              label={t(`console.report.${name}`)}
              hint={knows(hint) ? t(hint) : undefined}
              error={errors[name]}
              required={required.includes(name)}
              rows={rows[name]}
              maxLength={20_000}
              value={text}
              onChange={(value) => set({ [name]: value })}
            />
            {before === undefined || before[name] === text.trim() ? null : (
              <section className="preview" aria-label={t('console.report.changes')}>
                <p className="note">{t('console.report.changes')}</p>
                <DiffText before={before[name]} after={text.trim()} />
              </section>
            )}
          </div>
        );
      })}
    </>
  );
}

function Outcome({
  value,
  set,
}: {
  readonly value: string;
  readonly set: (part: Values) => void;
}): ReactNode {
  const { t } = useText();
  return (
    <ChoiceField
      label={t('console.report.outcome')}
      hint={value === 'cannot-be-met' ? t('console.report.outcome.hint') : undefined}
      value={value}
      onChange={(outcome) => set({ outcome })}
      options={reportOutcomes.map((id) => ({ id: id as string, name: t(`console.outcome.${id}`) }))}
    />
  );
}
