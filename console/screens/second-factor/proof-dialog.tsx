import { type ReactNode, useState } from 'react';
import { type Problem, send } from '../../api/client.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { TextField } from '../../parts/fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useText } from '../../text/text-context.tsx';
import './second-factor.css';

/** Above whatever asked for it: who acts proves who they are, and the act is done as it was typed. */
export function ProofDialog({ onEnd }: { readonly onEnd: (proved: boolean) => void }): ReactNode {
  const { t } = useText();
  const [by, setBy] = useState<'password' | 'code'>('password');
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async (): Promise<void> => {
    setBusy(true);
    const result = await send('POST', '/session/proof', { body: { [by]: text } });
    setBusy(false);
    if (result.ok) return onEnd(true);
    setText('');
    setProblem(result.error);
  };
  return (
    <Dialog title={t('console.proof.title')} onClose={() => onEnd(false)}>
      <p className="proof-note">{t('console.proof.note')}</p>
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
          key={by}
          label={t(by === 'password' ? 'console.sign-in.password' : 'console.factor.code')}
          type={by === 'password' ? 'password' : 'text'}
          autoComplete={by === 'password' ? 'current-password' : 'one-time-code'}
          required
          begin
          maxLength={by === 'password' ? 512 : 40}
          value={text}
          onChange={setText}
        />
        <p className="row-acts">
          <button type="submit" className="btn primary" disabled={busy}>
            {t(busy ? 'console.sending' : 'console.proof.send')}
          </button>
          <button type="button" className="btn" onClick={() => onEnd(false)}>
            {t('console.cancel')}
          </button>
          <button
            type="button"
            className="btn bare link"
            onClick={() => {
              setText('');
              setBy(by === 'password' ? 'code' : 'password');
            }}
          >
            {t(by === 'password' ? 'console.proof.by-code' : 'console.proof.by-password')}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
