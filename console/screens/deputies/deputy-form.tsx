import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { absenceReasons, type DeputyInput } from '../../../src/features/people/contract-deputies.ts';
import { type Problem, send } from '../../api/client.ts';
import { deputyCandidatesQuery } from '../../api/deputy-queries.ts';
import { ChoiceField, TextField } from '../../parts/fields.tsx';
import { PickOne } from '../../parts/pick-one.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useText } from '../../text/text-context.tsx';

interface FormProps {
  readonly person: { readonly id: string };
  readonly onNamed: (name: string) => void;
}

/** Who, from which day to which, and why. What was typed stays where the server refuses it. */
export function DeputyForm({ person, onNamed }: FormProps): ReactNode {
  const { t } = useText();
  const [typed, setTyped] = useState('');
  const [deputy, setDeputy] = useState<string | null>(null);
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState<DeputyInput['reason']>('leave');
  const [problem, setProblem] = useState<Problem | null>(null);
  const { data = [] } = useQuery(deputyCandidatesQuery(person.id, typed));
  const submit = async (): Promise<void> => {
    const body = { deputyId: deputy, from, until, reason };
    const result = await send('POST', `/people/${person.id}/deputies`, { body });
    setProblem(result.ok ? null : result.error);
    if (!result.ok) return;
    onNamed(typed);
    setTyped('');
    setDeputy(null);
    setFrom('');
    setUntil('');
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {problem === null ? null : <ProblemNote problem={problem} />}
      <PickOne
        label={t('deputy.who')}
        required
        value={deputy}
        options={data.map(({ id, name, unit }) => ({ id, name, hint: unit ?? undefined }))}
        searchText={typed}
        onSearch={setTyped}
        onChange={(id) => {
          setDeputy(id);
          const chosen = data.find((one) => one.id === id);
          if (chosen !== undefined) setTyped(chosen.name);
        }}
        error={problem?.fields.deputyId}
      />
      <TextField
        label={t('deputy.from')}
        type="date"
        required
        value={from}
        onChange={setFrom}
        error={problem?.fields.from}
      />
      <TextField
        label={t('deputy.until')}
        type="date"
        required
        value={until}
        onChange={setUntil}
        hint={t('deputy.until.hint')}
        error={problem?.fields.until}
      />
      <ChoiceField
        label={t('deputy.reason')}
        value={reason}
        options={absenceReasons.map((id) => ({ id, name: t(`deputy.reason.${id}`) }))}
        onChange={setReason}
      />
      <p className="row-acts">
        <button type="submit" className="btn primary">
          {t('deputy.send')}
        </button>
      </p>
    </form>
  );
}
