import { type ReactNode, useState } from 'react';
import type { SessionView, SignInStep } from '../../../src/features/people/contract.ts';
import { type Problem, send } from '../../api/client.ts';
import { TextField } from '../../parts/fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useText } from '../../text/text-context.tsx';
import { TotpSetup } from './totp-setup.tsx';
import './second-factor.css';

interface SecondStepProps {
  readonly step: SignInStep;
  readonly onEnter: (session: SessionView) => void;
  /** Back to the password; with the refusal where the first step was too long ago. */
  readonly onBack: (problem: Problem | null) => void;
}

/** What follows a right password: the code, or setting up what the person's role requires. */
export function SecondStep({ step, onEnter, onBack }: SecondStepProps): ReactNode {
  const { t } = useText();
  if (step.next === 'second-factor') return <CodeForm onEnter={onEnter} onBack={onBack} />;
  return (
    <section className="second-step">
      <h2>{t('console.factor.required')}</h2>
      <p>{t('console.factor.required.note')}</p>
      <TotpSetup
        onDone={(session) => {
          if (session !== null) onEnter(session);
        }}
        onCancel={() => onBack(null)}
        onLate={onBack}
      />
    </section>
  );
}

function CodeForm({ onEnter, onBack }: Omit<SecondStepProps, 'step'>): ReactNode {
  const { t } = useText();
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async (): Promise<void> => {
    setBusy(true);
    const result = await send<SessionView>('POST', '/session/second-factor', { body: { code } });
    setBusy(false);
    if (result.ok) return onEnter(result.value);
    if (result.error.code === 'sign-in-anew') return onBack(result.error);
    setCode('');
    setProblem(result.error);
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
      <TextField
        label={t('console.factor.code')}
        hint={t('console.factor.code.hint')}
        autoComplete="one-time-code"
        required
        begin
        maxLength={40}
        value={code}
        onChange={setCode}
      />
      <p className="row-acts">
        <button type="submit" className="btn primary" disabled={busy}>
          {t(busy ? 'console.sending' : 'console.sign-in.send')}
        </button>
        <button type="button" className="btn" onClick={() => onBack(null)}>
          {t('console.factor.back')}
        </button>
      </p>
    </form>
  );
}
