import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { SessionView, SignInStep } from '../../../src/features/people/contract.ts';
import { type Problem, send } from '../../api/client.ts';
import { waysQuery } from '../../api/queries.ts';
import { TextField } from '../../parts/fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useText } from '../../text/text-context.tsx';
import { knowsPasskeys, signInByPasskey } from './passkey.ts';
import { PasskeyButton } from './passkey-button.tsx';
import { PasskeySetup } from './passkey-setup.tsx';
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
  const [by, setBy] = useState<'app' | 'passkey'>('app');
  const canChoose = useQuery(waysQuery()).data?.passkeys === true && knowsPasskeys;
  if (step.next === 'second-factor') return <CodeForm step={step} onEnter={onEnter} onBack={onBack} />;
  const done = (session: SessionView | null): void => {
    if (session !== null) onEnter(session);
  };
  const Setup = by === 'app' ? TotpSetup : PasskeySetup;
  return (
    <section className="second-step">
      <h2>{t('console.factor.required')}</h2>
      <p>{t('console.factor.required.note')}</p>
      {by === 'passkey' ? <p className="note">{t('console.passkey.note')}</p> : null}
      <Setup onDone={done} onCancel={() => onBack(null)} onLate={onBack} />
      {canChoose ? (
        <button
          type="button"
          className="btn bare link"
          onClick={() => setBy(by === 'app' ? 'passkey' : 'app')}
        >
          {t(by === 'app' ? 'console.passkey.instead' : 'console.passkey.app-instead')}
        </button>
      ) : null}
    </section>
  );
}

function CodeForm({ step, onEnter, onBack }: SecondStepProps): ReactNode {
  const { t } = useText();
  const usesPasskey = step.passkey && knowsPasskeys;
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
      {usesPasskey ? (
        <PasskeyButton
          label={t('console.passkey.use')}
          className="btn primary wide"
          use={signInByPasskey}
          onDone={onEnter}
        />
      ) : null}
      <TextField
        label={t('console.factor.code')}
        hint={t(step.app ? 'console.factor.code.hint' : 'console.factor.code.recovery')}
        autoComplete="one-time-code"
        required
        begin={!usesPasskey}
        maxLength={40}
        value={code}
        onChange={setCode}
      />
      <p className="row-acts">
        <button type="submit" className={usesPasskey ? 'btn' : 'btn primary'} disabled={busy}>
          {t(busy ? 'console.sending' : 'console.sign-in.send')}
        </button>
        <button type="button" className="btn" onClick={() => onBack(null)}>
          {t('console.factor.back')}
        </button>
      </p>
    </form>
  );
}
