import { type ReactNode, type SyntheticEvent, useId, useState } from 'react';
import { dossierPurposes } from '../../../src/domain/ledger/dossier.ts';
import type { CaseView, SignedDossier } from '../../../src/features/cases/contract.ts';
import { type Problem, send } from '../../api/client.ts';
import { SelectField } from '../../parts/fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useAnnouncer } from '../../parts/status-line.tsx';
import { useText } from '../../text/text-context.tsx';

/** The case taken away with its proof: for whom has to be said, and stays in the ledger. */
export function DossierSection({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useText();
  const heading = useId();
  const [asking, setAsking] = useState(false);
  if (!view.mayExport) return null;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{t('console.dossier.title')}</h2>
      <p className="note">{t('console.dossier.about')}</p>
      {asking ? (
        <DossierForm view={view} onEnd={() => setAsking(false)} />
      ) : (
        <p>
          <button type="button" className="btn" onClick={() => setAsking(true)}>
            {t('console.dossier.open')}
          </button>
        </p>
      )}
    </section>
  );
}

function DossierForm({ view, onEnd }: { readonly view: CaseView; readonly onEnd: () => void }): ReactNode {
  const { t } = useText();
  const { announce } = useAnnouncer();
  const [purpose, setPurpose] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function take(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    const result = await send<SignedDossier>('POST', `/cases/${view.id}/dossier`, { body: { purpose } });
    setBusy(false);
    if (!result.ok) return setProblem(result.error);
    save(result.value, `${t('console.dossier.file')}-${view.number}.json`);
    announce(t('console.dossier.done', { number: view.number }));
    onEnd();
  }

  return (
    <form onSubmit={(event) => void take(event)}>
      {problem === null ? null : <ProblemNote problem={problem} />}
      <SelectField
        label={t('console.dossier.purpose')}
        hint={t('console.dossier.note')}
        required
        value={purpose}
        empty={t('console.dossier.choose')}
        options={dossierPurposes.map((id) => ({ id, name: t(`console.dossier.purpose.${id}`) }))}
        onChange={setPurpose}
      />
      <p className="row-acts">
        <button type="submit" className="btn primary" disabled={busy}>
          {t(busy ? 'console.sending' : 'console.dossier.send')}
        </button>
        <button type="button" className="btn" onClick={onEnd}>
          {t('console.cancel')}
        </button>
      </p>
    </form>
  );
}

function save(dossier: SignedDossier, name: string): void {
  const file = URL.createObjectURL(
    new Blob([JSON.stringify(dossier, null, 1)], { type: 'application/json' }),
  );
  const link = document.createElement('a');
  link.href = file;
  link.download = name;
  link.click();
  URL.revokeObjectURL(file);
}
