import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import type { CaseView } from '../../../src/features/cases/contract.ts';
import { type Problem, send } from '../../api/client.ts';
import { Icon } from '../../parts/icon.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useAnnouncer } from '../../parts/status-line.tsx';
import { byteSize } from '../../text/numbers.ts';
import { useText } from '../../text/text-context.tsx';
import { caseAddress, isSealed } from './case-address.ts';

export function Attachments({
  view,
  opened,
}: {
  readonly view: CaseView;
  /** The identity is open just now, and what was sealed with it. */
  readonly opened: boolean;
}): ReactNode {
  const { t, language } = useText();
  // The server takes a file from whoever may write a note.
  const mayAdd = view.acts.includes('note') && !isSealed(view);
  if (view.attachments.length === 0 && !mayAdd) return null;
  return (
    <>
      <h3>
        {t('console.attachments')} <span className="dim">{view.attachments.length}</span>
      </h3>
      <ul className="files">
        {view.attachments.map((file) => (
          <li key={file.id}>
            <Icon name={file.sealed ? 'lock' : file.mediaType.startsWith('image/') ? 'image' : 'doc'} />
            {file.sealed && !opened ? (
              <span>
                {t('console.attachments.sealed', { name: t(`console.attachments.${file.purpose}`) })}
              </span>
            ) : (
              <a
                className="link"
                href={`/api/v1${caseAddress(view)}/attachments/${file.id}`}
                download={file.name}
              >
                {file.sealed ? t(`console.attachments.${file.purpose}`) : file.name}
              </a>
            )}
            <span className="dim">{byteSize(file.bytes, language)}</span>
          </li>
        ))}
      </ul>
      {mayAdd ? <AddAttachment caseId={view.id} /> : null}
    </>
  );
}

function AddAttachment({ caseId }: { readonly caseId: string }): ReactNode {
  const { t } = useText();
  const { announce } = useAnnouncer();
  const client = useQueryClient();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const upload = async (file: File): Promise<void> => {
    setBusy(true);
    setProblem(null);
    const body = new FormData();
    body.set('file', file);
    const result = await send('POST', `/cases/${caseId}/attachments`, { body });
    setBusy(false);
    if (!result.ok) return setProblem(result.error);
    await client.invalidateQueries({ queryKey: ['case', caseId] });
    announce(t('console.attachments.added', { name: file.name }));
  };
  return (
    <>
      {problem === null ? null : <ProblemNote problem={problem} />}
      <p className="add-file">
        <label className="btn" htmlFor={id}>
          <Icon name="plus" />
          {t(busy ? 'console.sending' : 'console.attachments.add')}
        </label>
        <input
          id={id}
          className="vh"
          type="file"
          disabled={busy}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file !== undefined) void upload(file);
            event.target.value = '';
          }}
        />
      </p>
    </>
  );
}
