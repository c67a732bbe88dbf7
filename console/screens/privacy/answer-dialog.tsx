import { type ReactNode, useState } from 'react';
import type { DataRequestItem } from '../../../src/features/privacy/contract.ts';
import { ChoiceField, TextField } from '../../parts/fields.tsx';
import { useText } from '../../text/text-context.tsx';
import { EditDialog } from '../administration/edit-dialog.tsx';

const outcomes = ['granted', 'refused'] as const;

/** The answer to a request; the reporter reads its words on the tracking page. */
export function AnswerDialog({
  request,
  onClose,
}: {
  readonly request: DataRequestItem;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useText();
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>('granted');
  const [words, setWords] = useState('');
  return (
    <EditDialog
      title={`${t(`console.request.kind.${request.kind}`)}, ${request.caseNumber}`}
      method="POST"
      path={`/cases/${request.caseId}/data-answer`}
      body={() => ({ kind: request.kind, outcome, words })}
      refresh={[['privacy'], ['case', request.caseId]]}
      said={t('console.request.answered')}
      act={t('console.request.send')}
      onClose={onClose}
    >
      {(errors) => (
        <>
          <blockquote className="privacy-words">{request.reason}</blockquote>
          <ChoiceField
            label={t('console.request.outcome')}
            value={outcome}
            stacked
            onChange={setOutcome}
            options={outcomes.map((id) => ({
              id,
              name: t(`console.request.outcome.${id}`),
              hint: t(`console.request.${id}.${request.kind}`),
            }))}
          />
          <TextField
            label={t('console.request.words')}
            hint={t('console.request.words.hint')}
            rows={4}
            required
            maxLength={4000}
            value={words}
            onChange={setWords}
            error={errors.words}
          />
        </>
      )}
    </EditDialog>
  );
}
