import { type ReactNode, useState } from 'react';
import type { SessionView } from '../../../src/features/people/contract.ts';
import type { Problem } from '../../api/client.ts';
import { TextField } from '../../parts/fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useText } from '../../text/text-context.tsx';
import { makePasskey } from './passkey.ts';
import { RecoveryCodes } from './recovery-codes.tsx';
import './second-factor.css';

interface PasskeySetupProps {
  /** The session where setting up was the last step of signing in. */
  readonly onDone: (session: SessionView | null, name: string) => void;
  readonly onCancel?: () => void;
  readonly invitation?: string;
  /** The first step of signing in was too long ago. */
  readonly onLate?: (problem: Problem) => void;
}

/** A passkey is made under a name; the first second factor shows its recovery codes. */
export function PasskeySetup({ onDone, onCancel, onLate, invitation }: PasskeySetupProps): ReactNode {
  const { t } = useText();
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [session, setSession] = useState<SessionView | null>(null);
  const submit = async (): Promise<void> => {
    setBusy(true);
    const result = await makePasskey(name, invitation);
    setBusy(false);
    if (!result.ok) {
      if (result.error.code === 'sign-in-anew' && onLate !== undefined) onLate(result.error);
      else setProblem(result.error);
      return;
    }
    setSession(result.value.session);
    if (result.value.recoveryCodes.length === 0) onDone(result.value.session, name);
    else setCodes(result.value.recoveryCodes);
  };
  if (codes.length > 0) return <RecoveryCodes codes={codes} onNoted={() => onDone(session, name)} />;
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {problem === null ? null : <ProblemNote problem={problem} kept />}
      <TextField
        label={t('console.passkey.name')}
        hint={t('console.passkey.name.hint')}
        required
        begin={invitation === undefined}
        maxLength={60}
        value={name}
        onChange={setName}
        error={problem?.fields.name}
      />
      <p className="row-acts">
        <button type="submit" className={invitation === undefined ? 'btn primary' : 'btn'} disabled={busy}>
          {t(busy ? 'console.sending' : 'console.passkey.make')}
        </button>
        {onCancel === undefined ? null : (
          <button type="button" className="btn" onClick={onCancel}>
            {t('console.cancel')}
          </button>
        )}
      </p>
    </form>
  );
}
