import { type ReactNode, useEffect, useState } from 'react';
import type { Static } from 'typebox';
import { encode } from 'uqr';
import type { FactorAdded, SessionView, TotpOffer } from '../../../src/features/people/contract.ts';
import { type Problem, send } from '../../api/client.ts';
import { TextField } from '../../parts/fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useText } from '../../text/text-context.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import './second-factor.css';

type Offer = Static<typeof TotpOffer>;
type Confirmed = Static<typeof FactorAdded>;

interface TotpSetupProps {
  /** The session where setting up was the last step of signing in. */
  readonly onDone: (session: SessionView | null) => void;
  readonly onCancel: () => void;
  /** The first step of signing in was too long ago. */
  readonly onLate?: (problem: Problem) => void;
}

/** An authenticator app is set up: its secret by QR code or typed, its first code, and the recovery codes. */
export function TotpSetup({ onDone, onCancel, onLate }: TotpSetupProps): ReactNode {
  const [offer, setOffer] = useState<Offer | null>(null);
  const [confirmed, setConfirmed] = useState<Confirmed | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const refused = (error: Problem): void => {
    if (error.code === 'sign-in-anew' && onLate !== undefined) onLate(error);
    else setProblem(error);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: one secret each time that the form is opened
  useEffect(() => {
    let gone = false;
    void send<Offer>('POST', '/session/second-factor/totp').then((result) => {
      if (gone) return;
      if (result.ok) setOffer(result.value);
      else refused(result.error);
    });
    return () => {
      gone = true;
    };
  }, []);
  const confirm = async (code: string): Promise<void> => {
    const path = '/session/second-factor/totp/confirmation';
    const result = await send<Confirmed>('POST', path, { body: { code } });
    if (result.ok) setConfirmed(result.value);
    else refused(result.error);
  };
  if (confirmed !== null) {
    return <RecoveryCodes codes={confirmed.recoveryCodes} onNoted={() => onDone(confirmed.session)} />;
  }
  return (
    <>
      {problem === null ? null : <ProblemNote problem={problem} />}
      {offer === null && problem === null ? <Skeleton lines={4} /> : null}
      {offer === null ? null : <Steps offer={offer} onCode={confirm} onCancel={onCancel} />}
    </>
  );
}

function Steps({
  offer,
  onCode,
  onCancel,
}: {
  readonly offer: Offer;
  readonly onCode: (code: string) => Promise<void>;
  readonly onCancel: () => void;
}): ReactNode {
  const { t } = useText();
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (): Promise<void> => {
    setBusy(true);
    await onCode(code);
    setBusy(false);
    setCode('');
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ol className="setup">
        <li>{t('console.factor.setup.app')}</li>
        <li>
          {t('console.factor.setup.scan')}
          <QrCode text={offer.address} label={t('console.factor.setup.qr')} />
          <p className="note">
            {t('console.factor.setup.type')} <code className="key">{inFours(offer.secret)}</code>
          </p>
        </li>
        <li>{t('console.factor.setup.code')}</li>
      </ol>
      <TextField
        label={t('console.factor.setup.first')}
        autoComplete="one-time-code"
        required
        maxLength={10}
        value={code}
        onChange={setCode}
      />
      <p className="row-acts">
        <button type="submit" className="btn primary" disabled={busy}>
          {t(busy ? 'console.sending' : 'console.factor.setup.send')}
        </button>
        <button type="button" className="btn" onClick={onCancel}>
          {t('console.cancel')}
        </button>
      </p>
    </form>
  );
}

/** Drawn here: the address holds the secret and goes nowhere. */
function QrCode({ text, label }: { readonly text: string; readonly label: string }): ReactNode {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg
      className="setup-qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path.join('')} fill="#000" />
    </svg>
  );
}

function inFours(secret: string): string {
  return (secret.match(/.{1,4}/g) ?? []).join(' ');
}
