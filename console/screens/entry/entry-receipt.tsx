import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { SubmissionDone } from '../../../src/features/submissions/contract.ts';
import { type Problem, send } from '../../api/client.ts';
import { Icon } from '../../parts/icon.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { longMoment, zoneName } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';

/** What to read back to the reporter before hanging up: the code, letter by letter, and who answers by when. */
export function EntryReceipt({
  done,
  onAgain,
}: {
  readonly done: SubmissionDone;
  readonly onAgain: () => void;
}): ReactNode {
  const { t, language } = useText();
  const { receipt, trackingCode } = done;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const due = receipt.clocks.find((clock) => clock.due !== null);
  return (
    <div className="page">
      <div className="head">
        <h1 ref={heading} tabIndex={-1}>
          {t('console.receipt.title', { number: receipt.number })}
        </h1>
      </div>
      <div className="pad narrow">
        <p>{t('console.receipt.read')}</p>
        <p className="code">{trackingCode}</p>
        <p className="spelled">
          {trackingCode
            .replaceAll(/[^A-Za-z0-9]/g, '')
            .split('')
            .join(' ')}
        </p>
        <dl className="kv">
          <div>
            <dt>{t('console.receipt.received')}</dt>
            <dd>{longMoment(receipt.receivedAt, receipt.zone, language)}</dd>
          </div>
          <div>
            <dt>{t('console.receipt.to')}</dt>
            <dd>{receipt.institution.name}</dd>
          </div>
          <div>
            <dt>{t('console.receipt.next')}</dt>
            <dd>
              {receipt.by}
              {due?.due == null
                ? null
                : `, ${t('console.receipt.due', { moment: longMoment(due.due, due.zone, language) })}`}
            </dd>
          </div>
          <div>
            <dt>{t('console.field.secrecy')}</dt>
            <dd>
              {t(`console.secrecy.${receipt.secrecy}`)}
              {receipt.raisedBecause.length === 0
                ? null
                : `. ${t('console.receipt.raised', { reasons: receipt.raisedBecause.map((one) => t(`console.signal.${one}`)).join(', ') })}`}
            </dd>
          </div>
        </dl>
        <PrintReceipt code={trackingCode} number={receipt.number} />
        <p className="note">{t('console.receipt.secret', { zone: zoneName(receipt.zone) })}</p>
        <p className="row-acts">
          <button type="button" className="btn primary" onClick={onAgain}>
            {t('console.receipt.again')}
          </button>
        </p>
      </div>
    </div>
  );
}

/** As a file, since the address of a page would stay in the history of a shared computer with the code in it. */
function PrintReceipt({ code, number }: { readonly code: string; readonly number: string }): ReactNode {
  const { t } = useText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const take = async (): Promise<void> => {
    setBusy(true);
    const result = await send<Blob>('GET', `/tracking/${code}/receipt.pdf`, { file: true });
    setBusy(false);
    setProblem(result.ok ? null : result.error);
    if (result.ok) saveFile(result.value, `${t('console.receipt.file')}-${number}.pdf`);
  };
  return (
    <>
      {problem === null ? null : <ProblemNote problem={problem} />}
      <p className="row-acts">
        <button type="button" className="btn" disabled={busy} onClick={() => void take()}>
          <Icon name="doc" />
          {t(busy ? 'console.sending' : 'console.receipt.print')}
        </button>
      </p>
      <p className="hint">{t('console.receipt.print.hint')}</p>
    </>
  );
}
