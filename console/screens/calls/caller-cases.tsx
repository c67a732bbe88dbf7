import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Static } from 'typebox';
import type { CallView } from '../../../src/features/calls/contract.ts';
import type { IdentityFound } from '../../../src/features/cases/contract.ts';
import { type Problem, send, serverNow } from '../../api/client.ts';
import { useHolds } from '../../app/session.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { readerZone, shortMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';

type Found = Static<typeof IdentityFound>;

/**
 * The caller's earlier cases by the number, whole: the search of every other officer, with its right, its proof and its
 * entry in the ledger. It is asked for by a key, not by every ring.
 */
export function CallerCases({ call, phone }: { readonly call: CallView; readonly phone: string }): ReactNode {
  const { t, language } = useText();
  const holds = useHolds();
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  if (!holds('identity.search')) return null;
  const search = async (): Promise<void> => {
    setBusy(true);
    const body = {
      kind: 'phone',
      value: phone,
      purpose: 'caller',
      reason: t('console.calls.earlier.reason', { call: call.sourceId ?? call.id }),
    };
    const result = await send<Found>('POST', '/cases/searches', { body });
    setBusy(false);
    setProblem(result.ok ? null : result.error);
    setFound(result.ok ? result.value : null);
  };
  return (
    <section>
      <h2>{t('console.calls.earlier')}</h2>
      {problem === null ? null : <ProblemNote problem={problem} />}
      <p>
        <button
          type="button"
          className="btn"
          disabled={busy || phone.trim() === ''}
          onClick={() => void search()}
        >
          {t(busy ? 'console.sending' : 'console.calls.earlier.search')}
        </button>
      </p>
      <div role="status">
        {found === null ? null : found.items.length === 0 ? (
          <p className="note">{t('console.calls.earlier.none')}</p>
        ) : (
          <ul className="plain">
            {found.items.map((item) => (
              <li key={item.id}>
                <Link to="/perkara/$id" params={{ id: item.id }} className="link">
                  {item.number}
                </Link>{' '}
                <bdi>{item.title}</bdi>
                <span className="note">
                  {' '}
                  {t(`console.status.${item.status}`)},{' '}
                  {shortMoment(item.receivedAt, readerZone(), language, serverNow())}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
