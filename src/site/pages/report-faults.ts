import { attachmentLimits } from '../../features/attachments/index.ts';
import { textLimit } from '../../features/submissions/contract.ts';
import type { Reader } from '../parts/reader.ts';
import type { FileProblem, FormState } from './report-receive.ts';
import type { ReportValues } from './report-values.ts';

/** One thing to mend: the field's own name, where it stands on the page, and what to do. */
export interface Fault {
  readonly field: string;
  readonly anchor: string;
  readonly words: string;
}

/** Everything to mend, in the order of the form. */
export function faultsOf(reader: Reader, values: ReportValues, state: FormState): readonly Fault[] {
  const fields = Object.entries(state.problems).map(([field, code]) => ({
    field,
    anchor: anchors[field] ?? 'text',
    words: fieldWords(reader, values, field, code),
  }));
  const files = state.fileProblems.map((problem) => ({
    field: problem.field,
    anchor: anchors[problem.field] ?? 'file',
    words: fileWords(reader, problem),
  }));
  const order = Object.keys(anchors);
  return [...fields, ...files].toSorted((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
}

export function faultOf(faults: readonly Fault[], ...fields: readonly string[]): Fault | undefined {
  return faults.find((fault) => fields.includes(fault.field));
}

/** Where a link to the field leads; in the order of the form. */
const anchors: Readonly<Record<string, string>> = {
  text: 'text',
  kind: 'p2',
  area: 'desa',
  areaCode: 'desa',
  place: 'desa',
  occurredOn: 'd',
  institution: 'p5',
  institutionName: 'inst',
  category: 'p5',
  attachments: 'file',
  phone: 'hp',
  email: 'surel',
  name: 'nama',
  secrecy: 'p8',
  kk: 'kk',
};

function fieldWords({ t }: Reader, values: ReportValues, field: string, code: string): string {
  if (field === 'text' && code === 'too-long')
    return t('report.fault.text-too-long', { limit: textLimit, length: values.text.length });
  if (field === 'text' && code === 'required') return t('report.fault.text-required');
  if (code === 'year-missing' || code === 'month-missing') return t(`report.fault.${code}`);
  return t(`problem.field.${code}`);
}

function fileWords({ t, bytes }: Reader, { name, reason }: FileProblem): string {
  const known = fileReasons.includes(reason) ? reason : 'other';
  const params = { size: bytes(attachmentLimits.bytes), count: attachmentLimits.perCase };
  return t('report.problem.file', { name, reason: t(`report.fault.file.${known}`, params) });
}

const fileReasons = ['empty', 'too-large', 'too-much-at-once', 'wrong-type', 'unreadable', 'too-many'];
