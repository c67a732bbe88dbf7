import { type ReactNode, useState } from 'react';
import { type Problem, send } from '../../api/client.ts';
import { TextField } from '../../parts/fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useText } from '../../text/text-context.tsx';

interface ProofFormProps {
  readonly by: 'password' | 'code';
  readonly hasApp: boolean;
  /** Another way stands before this one. */
  readonly isSecond: boolean;
  readonly onEnd: (proved: boolean) => void;
}

/** The proof that is typed. */
export function ProofForm({ by, hasApp, isSecond, onEnd }: ProofFormProps): ReactNode {
  const { t } = useText();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const hint = t(hasApp ? 'console.factor.code.hint' : 'console.factor.code.recovery');
  const submit = async (): Promise<void> => {
    setBusy(true);
    const result = await send('POST', '/session/proof', { body: { [by]: text } });
    setBusy(false);
    if (result.ok) return onEnd(true);
    setText('');
    setProblem(result.error);
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        // React hands events on to the form in whose tree this window was opened.
        event.stopPropagation();
        void submit();
      }}
    >
      {problem === null ? null : <ProblemNote problem={problem} />}
      <TextField
        label={t(by === 'password' ? 'console.sign-in.password' : 'console.factor.code')}
        hint={by === 'code' ? hint : undefined}
        type={by === 'password' ? 'password' : 'text'}
        autoComplete={by === 'password' ? 'current-password' : 'one-time-code'}
        required
        begin={!isSecond}
        maxLength={by === 'password' ? 512 : 40}
        value={text}
        onChange={setText}
      />
      <p className="row-acts">
        <button type="submit" className={isSecond ? 'btn' : 'btn primary'} disabled={busy}>
          {t(busy ? 'console.sending' : 'console.proof.send')}
        </button>
        <button type="button" className="btn" onClick={() => onEnd(false)}>
          {t('console.cancel')}
        </button>
      </p>
    </form>
  );
}
