import type { ReactNode } from 'react';
import type { SessionView } from '../../../src/features/people/contract.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useText } from '../../text/text-context.tsx';
import { SignInForm } from './sign-in-form.tsx';

interface SignInAgainProps {
  readonly email: string;
  readonly onEnter: (session: SessionView) => void;
}

/** Above the page on which the session ended; nothing below it is lost. */
export function SignInAgain({ email, onEnter }: SignInAgainProps): ReactNode {
  const { t } = useText();
  return (
    <Dialog title={t('console.sign-in.again')} onClose={() => {}} mustStay>
      <p className="note">{t('console.sign-in.again.detail')}</p>
      <SignInForm email={email} onEnter={onEnter} />
    </Dialog>
  );
}
