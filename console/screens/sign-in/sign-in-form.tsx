import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import type { SessionView, SignInStep } from '../../../src/features/people/contract.ts';
import { keepStep, type Problem, send } from '../../api/client.ts';
import { TextField } from '../../parts/fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useText } from '../../text/text-context.tsx';

interface SignInFormProps {
  readonly email?: string;
  readonly onEnter: (session: SessionView) => void;
  /** The first step was done at the provider. */
  readonly isHalf?: boolean;
  /** Whether the second step is what is shown. */
  readonly onStep?: (isHalf: boolean) => void;
  /** Another way in stands before this one. */
  readonly isSecond?: boolean;
}

const SecondStep = lazy(async () => ({
  default: (await import('../second-factor/second-step.tsx')).SecondStep,
}));

/** E-mail and password, then the second step where there is one; the e-mail stays after a refusal, the password does not. */
export function SignInForm({
  email: known = '',
  onEnter,
  isHalf = false,
  onStep = () => {},
  isSecond = false,
}: SignInFormProps): ReactNode {
  const { t } = useText();
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [step, setStep] = useState<SignInStep | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const begin = (next: SignInStep): void => {
    keepStep(next);
    setStep(next);
    onStep(true);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, for the step that the page was opened with
  useEffect(() => {
    if (!isHalf) return;
    void send<SignInStep>('GET', '/session/step').then((result) => {
      if (result.ok) return begin(result.value);
      setProblem(result.error);
      onStep(false);
    });
  }, []);
  const submit = async (): Promise<void> => {
    setBusy(true);
    const result = await send<SessionView | SignInStep>('POST', '/session', {
      body: { email: email.trim(), password },
    });
    setBusy(false);
    setPassword('');
    setProblem(result.ok ? null : result.error);
    if (!result.ok) return;
    if (!('next' in result.value)) return onEnter(result.value);
    begin(result.value);
  };
  if (step !== null) {
    const back = (late: Problem | null): void => {
      setStep(null);
      onStep(false);
      setProblem(late);
    };
    return (
      <Suspense fallback={null}>
        <SecondStep step={step} onEnter={onEnter} onBack={back} />
      </Suspense>
    );
  }
  if (isHalf) return <Skeleton lines={3} />;
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
        label={t('console.sign-in.email')}
        type="email"
        autoComplete="username"
        required
        maxLength={254}
        value={email}
        onChange={setEmail}
      />
      <TextField
        label={t('console.sign-in.password')}
        type="password"
        autoComplete="current-password"
        required
        maxLength={512}
        value={password}
        onChange={setPassword}
      />
      <p className="row-acts">
        <button type="submit" className={isSecond ? 'btn wide' : 'btn primary wide'} disabled={busy}>
          {t(busy ? 'console.sending' : 'console.sign-in.send')}
        </button>
      </p>
    </form>
  );
}
