import { type ReactNode, useState } from 'react';
import type { Problem } from '../../api/client.ts';
import { TextField } from '../../parts/fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useText } from '../../text/text-context.tsx';
import { useReplay } from './use-replay.ts';

/** Everything since a moment once more, for a receiver that has lost something. */
export function ReplayForm({ id }: { readonly id: string }): ReactNode {
  const { t } = useText();
  const replay = useReplay(id);
  const [since, setSince] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async (): Promise<void> => {
    // The field speaks of this computer's time.
    const moment = new Date(since);
    setProblem(await replay({ since: Number.isNaN(moment.getTime()) ? since : moment.toISOString() }));
  };
  return (
    <form
      className="webhook-replay"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {problem === null ? null : <ProblemNote problem={problem} kept />}
      <TextField
        label={t('console.webhooks.since')}
        type="datetime-local"
        required
        value={since}
        onChange={setSince}
        error={problem?.fields?.since}
      />
      <button type="submit" className="btn">
        {t('console.webhooks.replay')}
      </button>
    </form>
  );
}
