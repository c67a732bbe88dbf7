import { type ReactNode, useState } from 'react';
import type { SessionView } from '../../../src/features/people/contract.ts';
import { type Problem, send } from '../../api/client.ts';
import { TextField } from '../../parts/fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useText } from '../../text/text-context.tsx';

interface SignInFormProps {
  readonly email?: string;
  readonly onEnter: (session: SessionView) => void;
}

/** E-mail and password; the e-mail stays after a refusal, the password does not. */
export function SignInForm({ email: known = '', onEnter }: SignInFormProps): ReactNode {
  const { t } = useText();
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async (): Promise<void> => {
    setBusy(true);
    const result = await send<SessionView>('POST', '/session', { body: { email: email.trim(), password } });
    setBusy(false);
    if (result.ok) return onEnter(result.value);
    setPassword('');
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
        <button type="submit" className="btn primary wide" disabled={busy}>
          {t(busy ? 'console.sending' : 'console.sign-in.send')}
        </button>
      </p>
    </form>
  );
}
