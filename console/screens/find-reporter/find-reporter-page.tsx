import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Static } from 'typebox';
import type { IdentityFound, IdentitySearch } from '../../../src/features/cases/contract.ts';
import { type Problem, send, serverNow } from '../../api/client.ts';
import { useTitle } from '../../app/use-title.ts';
import { ChoiceField, TextField } from '../../parts/fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { readerZone, shortMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';

type Asked = Static<typeof IdentitySearch>;
type Found = Static<typeof IdentityFound>;

const kinds = ['phone', 'email', 'national-number'] as const;
const purposes = ['caller', 'same-matter', 'data-subject'] as const;

/** Finding the case of somebody who is on the telephone, by what they say in full. Nothing typed here is kept. */
export function FindReporterPage(): ReactNode {
  const { t } = useText();
  const [asked, setAsked] = useState<Asked>({ kind: 'phone', value: '', purpose: 'caller', reason: '' });
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  useTitle(t('console.find.title'));

  const set = (part: Partial<Asked>): void => {
    setAsked({ ...asked, ...part });
    // An answer stands for what was asked, not for what is being typed.
    setFound(null);
  };
  const submit = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const result = await send<Found>('POST', '/cases/searches', { body: asked });
    setBusy(false);
    setProblem(result.ok ? null : result.error);
    setFound(result.ok ? result.value : null);
  };

  return (
    <div className="page">
      <div className="head">
        <h1>{t('console.find.title')}</h1>
        <p className="facts">{t('console.find.intro')}</p>
      </div>
      <form
        className="form pad narrow"
        noValidate
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {problem === null ? null : <ProblemNote problem={problem} kept />}
        <ChoiceField
          label={t('console.find.kind')}
          value={asked.kind}
          onChange={(kind) => set({ kind, value: '' })}
          options={kinds.map((id) => ({ id, name: t(`console.find.kind.${id}`) }))}
        />
        <TextField
          label={t(`console.find.kind.${asked.kind}`)}
          hint={t(`console.find.hint.${asked.kind}`)}
          maxLength={254}
          required
          value={asked.value}
          onChange={(value) => set({ value })}
          error={problem?.fields.value}
        />
        <ChoiceField
          label={t('console.find.purpose')}
          value={asked.purpose}
          onChange={(purpose) => set({ purpose })}
          options={purposes.map((id) => ({ id, name: t(`console.find.purpose.${id}`) }))}
          stacked
        />
        <TextField
          label={t('console.field.reveal-reason')}
          rows={2}
          maxLength={500}
          required
          value={asked.reason}
          onChange={(reason) => set({ reason })}
          error={problem?.fields.reason}
        />
        <p className="row-acts">
          <button type="submit" className="btn primary" disabled={busy}>
            {t(busy ? 'console.sending' : 'console.find.send')}
          </button>
        </p>
      </form>
      <div className="pad" role="status">
        {found === null ? null : <Cases found={found} />}
      </div>
    </div>
  );
}

function Cases({ found }: { readonly found: Found }): ReactNode {
  const { t, language } = useText();
  if (found.items.length === 0) return <p className="empty">{t('console.find.none')}</p>;
  return (
    <>
      <h2>{t('console.find.found', { count: found.items.length })}</h2>
      <dl className="kv">
        {found.items.map((item) => (
          <div key={item.id}>
            <dt>
              <Link to="/perkara/$id" params={{ id: item.id }} className="link">
                {item.number}
              </Link>
            </dt>
            <dd>
              <bdi>{item.title}</bdi>. {t(`console.status.${item.status}`)},{' '}
              {shortMoment(item.receivedAt, readerZone(), language, serverNow())}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
