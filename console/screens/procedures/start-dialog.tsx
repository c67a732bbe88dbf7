import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type {
  DraftView,
  ProcedureListItem,
  TextProblemView,
} from '../../../src/features/procedures/contract.ts';
import type { Problem } from '../../api/client.ts';
import { useSession } from '../../app/session.ts';
import { ChoiceField, SelectField, TextField } from '../../parts/fields.tsx';
import { useText } from '../../text/text-context.tsx';
import { EditDialog } from '../administration/edit-dialog.tsx';

interface StartDialogProps {
  readonly procedures: readonly ProcedureListItem[];
  readonly onClose: () => void;
}

type Beginning = 'version' | 'file' | 'empty';
const another = 'another';

/** A draft begins as a released version, as the text of a file, or empty; also for an SOP that there is not yet. */
export function StartDialog({ procedures, onClose }: StartDialogProps): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  const own = useOwn(procedures);
  const [chosen, setChosen] = useState(own[0]?.id ?? another);
  const [code, setCode] = useState('');
  const [from, setFrom] = useState<Beginning>(own.length === 0 ? 'file' : 'version');
  const [reason, setReason] = useState('');
  const [yaml, setYaml] = useState<string | null>(null);
  const isNew = chosen === another;
  const version = own.find(({ id }) => id === chosen)?.version ?? 1;
  const begins = isNew && from === 'version' ? 'file' : from;
  const body = () => ({
    procedureId: isNew ? code.trim() : chosen,
    reason,
    ...(begins === 'version' ? { basedOn: { procedureId: chosen, version } } : {}),
    ...(begins === 'file' ? { yaml: yaml ?? '' } : {}),
  });
  return (
    <EditDialog<DraftView>
      title={t('console.drafts.start')}
      method="POST"
      path="/procedures/drafts"
      body={body}
      refresh={[['drafts', 'open']]}
      said={t('console.drafts.started')}
      act={t('console.drafts.start.act')}
      onClose={onClose}
      onDone={({ id }) => void navigate({ to: '/sop/naskah/$id', params: { id } })}
    >
      {(errors, problem) => (
        <>
          <SelectField
            label={t('console.drafts.procedure')}
            value={chosen}
            options={[
              ...own.map(({ id, title }) => ({ id, name: title })),
              { id: another, name: t('console.drafts.another') },
            ]}
            onChange={setChosen}
            error={isNew ? undefined : errors.procedureId}
          />
          {isNew ? (
            <TextField
              label={t('console.drafts.code')}
              hint={t('console.drafts.code.hint')}
              value={code}
              onChange={setCode}
              maxLength={120}
              required
              error={errors.procedureId}
            />
          ) : null}
          <ChoiceField
            label={t('console.drafts.from')}
            stacked
            value={begins}
            options={(['version', 'file', 'empty'] as const)
              .filter((one) => one !== 'version' || !isNew)
              .map((id) => ({
                id,
                name: t(`console.drafts.from.${id}`, { version }),
                hint: t(`console.drafts.from.${id}.hint`),
              }))}
            onChange={setFrom}
          />
          {begins === 'file' ? <FileField onText={setYaml} error={errors.yaml} problem={problem} /> : null}
          <TextField
            label={t('console.drafts.reason')}
            hint={t('console.drafts.reason.hint')}
            value={reason}
            onChange={setReason}
            maxLength={500}
            rows={2}
            required
            error={errors.reason}
          />
        </>
      )}
    </EditDialog>
  );
}

/** The SOPs of the reader's institution; who is of none keeps those of all. */
function useOwn(procedures: readonly ProcedureListItem[]): readonly ProcedureListItem[] {
  const institution = useSession().person.institution?.id;
  return institution === undefined
    ? procedures
    : procedures.filter(({ id }) => id.startsWith(`${institution}/`));
}

function FileField({
  onText,
  error,
  problem,
}: {
  readonly onText: (text: string | null) => void;
  readonly error: string | undefined;
  readonly problem: Problem | null;
}): ReactNode {
  const { t } = useText();
  return (
    <div className="stack">
      <label htmlFor="draft-file">{t('console.drafts.file')}</label>
      <input
        id="draft-file"
        className="field"
        type="file"
        accept=".yaml,.yml"
        required
        aria-describedby="draft-file-about"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file === undefined) onText(null);
          else void file.text().then((text) => onText(text.replace(/^\uFEFF/, '')));
        }}
      />
      <div id="draft-file-about">
        {error === undefined ? null : <p className="field-error">{error}</p>}
        <p className="hint">{t('console.drafts.file.hint')}</p>
        <TextFaults problem={problem} />
      </div>
    </div>
  );
}

/** Everything that is wrong in the text, by line. */
function TextFaults({ problem }: { readonly problem: Problem | null }): ReactNode {
  const { t } = useText();
  if (problem?.code !== 'document-refused') return null;
  const faults = (problem.more.problems ?? []) as readonly TextProblemView[];
  return (
    <ul className="findings faults">
      {faults.map(({ code, line, column, text, remedy }) => (
        <li key={`${line} ${column} ${code} ${text}`} className="error">
          <b>{t('console.drafts.line', { line })}</b> {text} {remedy}
        </li>
      ))}
    </ul>
  );
}
