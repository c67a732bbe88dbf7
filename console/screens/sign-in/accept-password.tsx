import { type ReactNode, useState } from 'react';
import type { SessionView, SignInStep } from '../../../src/features/people/contract.ts';
import { type Problem, send } from '../../api/client.ts';
import { TextField } from '../../parts/fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useText } from '../../text/text-context.tsx';

interface AcceptPasswordProps {
  readonly token: string;
  /** For the browser's own store of passwords. */
  readonly email: string;
  /** Another way in stands before this one. */
  readonly isSecond: boolean;
}

/** A first password, typed twice; the console opens with it, or with the second step that a role requires. */
export function AcceptPassword({ token, email, isSecond }: AcceptPasswordProps): ReactNode {
  const { t } = useText();
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [differs, setDiffers] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async (): Promise<void> => {
    setDiffers(password !== again);
    if (password !== again) return;
    const path = '/invitation/password';
    const result = await send<SessionView | SignInStep>('POST', path, { body: { token, password } });
    if (!result.ok) return setProblem(result.error);
    window.location.assign('next' in result.value ? '/konsol/?langkah=dua' : '/konsol/');
  };
  return (
    <section className="block">
      <h2>{t('console.accept.password')}</h2>
      <p className="note">{t('console.accept.password.note')}</p>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {problem === null ? null : <ProblemNote problem={problem} kept />}
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <TextField
          label={t('console.account.password.next')}
          type="password"
          autoComplete="new-password"
          required
          maxLength={512}
          value={password}
          onChange={setPassword}
          error={problem?.fields.password}
        />
        <TextField
          label={t('console.account.password.again')}
          type="password"
          autoComplete="new-password"
          required
          maxLength={512}
          value={again}
          onChange={setAgain}
          error={differs ? t('console.account.password.differs') : undefined}
        />
        <p className="row-acts">
          <button type="submit" className={isSecond ? 'btn' : 'btn primary'}>
            {t('console.accept.password.send')}
          </button>
        </p>
      </form>
    </section>
  );
}
