import type { Attachment } from '../../features/attachments/index.ts';
import type { SubmissionInput } from '../../features/submissions/contract.ts';
import { type ReportValues, wayOf } from './report-values.ts';

/** Fields at fault, by the form's own names, each with the code of what is wrong. */
export type FormProblems = Readonly<Record<string, string>>;

const longest: Readonly<Record<'institutionName' | 'name' | 'phone' | 'email' | 'area', number>> = {
  institutionName: 200,
  name: 120,
  phone: 30,
  email: 254,
  area: 200,
};

/**
 * The submission that the form stands for. `problems` holds what only the form can know: what is longer than
 * any name or address, and a date whose larger part is missing.
 */
export function submissionFrom(
  values: ReportValues,
  files: readonly Attachment[],
): { readonly input: SubmissionInput; readonly problems: FormProblems } {
  const date = dateOf(values);
  const input: SubmissionInput = {
    text: values.text,
    ...given('kind', values.kind),
    ...given('occurredOn', date.occurredOn),
    ...given('areaCode', values.areaCode),
    // Where no village was chosen, the words that were typed still say where.
    ...given('place', values.areaCode === '' ? values.area.trim() : ''),
    ...institutionOf(values),
    contact: contactOf(values),
    secrecy: values.secrecy,
    ...(files.length === 0 ? {} : { attachments: files.map((file) => file.id) }),
  };
  const tooLong = Object.entries(longest).flatMap(([field, most]) =>
    values[field as keyof typeof longest].length > most ? [[field, 'too-long'] as const] : [],
  );
  return { input, problems: { ...Object.fromEntries(tooLong), ...date.problems } };
}

type Date = { readonly occurredOn: string; readonly problems: FormProblems };

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; whether it exists is judged where every channel's dates are. */
function dateOf(values: ReportValues): Date {
  const [day, month, year] = [values.day.trim(), values.month.trim(), values.year.trim()];
  const refuse = (code: string): Date => ({ occurredOn: '', problems: { occurredOn: code } });
  if (day === '' && month === '' && year === '') return { occurredOn: '', problems: {} };
  if (year === '') return refuse('year-missing');
  if (day !== '' && month === '') return refuse('month-missing');
  if (!/^\d{4}$/.test(year) || !/^\d{0,2}$/.test(month) || !/^\d{0,2}$/.test(day))
    return refuse('not-a-date');
  const parts = [year, month.padStart(2, '0'), day.padStart(2, '0')];
  return { occurredOn: parts.slice(0, day !== '' ? 3 : month !== '' ? 2 : 1).join('-'), problems: {} };
}

function institutionOf(values: ReportValues): Partial<SubmissionInput> {
  if (values.institution === '') return {};
  if (values.institution === 'other') return given('institutionName', values.institutionName.trim());
  return { institution: values.institution, ...given('category', values.category) };
}

function contactOf(values: ReportValues): NonNullable<SubmissionInput['contact']> {
  const reach = wayOf(values);
  if (reach === 'none') return { reach };
  const address =
    reach === 'email' ? given('email', values.email.trim()) : given('phone', values.phone.trim());
  return { reach, ...address, ...given('name', values.name.trim()) };
}

/** A field that was left empty is left out. */
function given<Name extends string, Value extends string>(
  name: Name,
  value: Value,
): Partial<Record<Name, Exclude<Value, ''>>> {
  return value === '' ? {} : ({ [name]: value } as Partial<Record<Name, Exclude<Value, ''>>>);
}
