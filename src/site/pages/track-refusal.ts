import type { Refusal } from '../../domain/shared/refusal.ts';
import { problemOf } from '../../platform/http/problem.ts';
import type { Reader } from '../parts/reader.ts';
import type { SentForm } from './report-read.ts';
import type { FormName, Refused } from './track-forms.ts';

/** A refusal as the reporter reads it, with everything that was typed. Officers read the same codes elsewhere. */
export function refusedOf(
  reader: Reader,
  requestId: string,
  form: FormName,
  sent: SentForm,
  refused: Refusal,
): { readonly refused: Refused; readonly status: number } {
  const { t } = reader;
  const { code, details = {}, fields = {} } = refused;
  const problem = problemOf(refused, t, requestId);
  const detail = ownWords.some((one) => one === code) ? t(`track.refused.${code}`) : problem.detail;
  const faults =
    code === 'attachment-refused'
      ? { [String(details.field)]: t('track.refused.file', { name: String(details.name), detail }) }
      : Object.fromEntries(
          Object.entries(fields).map(([field, fault]) => [field, faultWords(reader, field, fault)]),
        );
  return {
    refused: { form, typed: sent.fields, title: t('track.refused.title'), detail, faults },
    status: problem.status,
  };
}

/** Refusals that an officer must be told differently. */
const ownWords = ['not-this-status', 'already-decided', 'secrecy-only-rises'] as const;

/** What to fill in, where "this part must be filled in" would not say it. */
const asked: Readonly<Record<string, string>> = {
  verdict: 'verdict',
  score: 'score',
  level: 'level',
  kind: 'request',
  reason: 'reason',
  text: 'text',
  attachments: 'file',
  kk: 'file',
};

function faultWords({ t }: Reader, field: string, fault: string): string {
  const name = asked[field];
  return fault === 'required' && name !== undefined ? t(`track.fault.${name}`) : t(`problem.field.${fault}`);
}
