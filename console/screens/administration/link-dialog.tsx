import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { PersonView } from '../../../src/features/people/contract.ts';
import { type Problem, send } from '../../api/client.ts';
import { useNow } from '../../app/use-now.ts';
import { TextField } from '../../parts/fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useAnnouncer } from '../../parts/status-line.tsx';
import { readerZone, shortMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { EditDialog } from './edit-dialog.tsx';

interface LinkDialogProps {
  readonly person: PersonView;
  readonly provider: string;
  readonly onClose: () => void;
}

/** Which account at the provider is this person's: its subject, typed by an administrator. */
export function LinkDialog({ person, provider, onClose }: LinkDialogProps): ReactNode {
  const { t, language } = useText();
  const now = useNow();
  const { announce } = useAnnouncer();
  const client = useQueryClient();
  const [subject, setSubject] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const undo = async (): Promise<void> => {
    const result = await send('DELETE', `/people/${person.id}/provider`);
    if (!result.ok) return setProblem(result.error);
    await client.invalidateQueries({ queryKey: ['people'] });
    announce(t('console.people.unlink.done', { name: person.name }));
    onClose();
  };
  return (
    <EditDialog
      title={person.name}
      method="PUT"
      path={`/people/${person.id}/provider`}
      body={() => ({ subject })}
      refresh={[['people']]}
      said={t('console.people.link.done', { name: person.name })}
      act={t('console.people.link.send')}
      onClose={onClose}
    >
      {(errors) => (
        <>
          <p>{t('console.people.link.note', { name: provider })}</p>
          {problem === null ? null : <ProblemNote problem={problem} />}
          <TextField
            label={t('console.people.link.subject')}
            required
            maxLength={255}
            value={subject}
            onChange={setSubject}
            error={errors.subject}
          />
          {person.providerSince === null ? null : (
            <p className="note">
              {t('console.people.link.since', {
                moment: shortMoment(person.providerSince, readerZone(), language, now),
              })}{' '}
              <button type="button" className="btn" onClick={() => void undo()}>
                {t('console.people.unlink')}
              </button>
            </p>
          )}
        </>
      )}
    </EditDialog>
  );
}
