import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { ActDone, CaseView, OfficerAct } from '../../../../src/features/cases/contract.ts';
import type { Problem } from '../../../api/client.ts';
import { useAnnouncer } from '../../../parts/status-line.tsx';
import { useText } from '../../../text/text-context.tsx';
import { ChangedNote } from '../changed-note.tsx';
import { KeptNote } from '../kept-note.tsx';
import { useAct } from '../use-act.ts';
import { useDraft } from '../use-draft.ts';
import { ActFields } from './act-fields.tsx';
import { actForms } from './acts.ts';
import { type Field, type ActForm as Form, missing, type Values } from './field.ts';

interface ActFormProps {
  readonly view: CaseView;
  readonly act: OfficerAct;
  readonly onDone: (done: ActDone) => void;
  readonly onCancel?: () => void;
  /** The form is part of a larger one that has its own heading and focus. */
  readonly within?: boolean;
}

/** Where the key that opens the act leads while its form is open already. */
export const openFormId = 'open-form';

/**
 * One act with its fields and reasons. A refusal leaves every word where it is; when the case moved on
 * meanwhile, what happened stands above the form and the same words can be sent again.
 */
export function ActForm({ view, act, onDone, onCancel, within = false }: ActFormProps): ReactNode {
  const { t, knows } = useText();
  const { announce } = useAnnouncer();
  const form: Form<OfficerAct> = actForms[act];
  const draft = useDraft(view.id, act, () => form.start(view));
  const { values, set, discard } = draft;
  const { busy, perform } = useAct(view);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [empty, setEmpty] = useState<readonly string[]>([]);
  const [seen] = useState(view.version);
  const place = useRef<HTMLFormElement>(null);
  const heading = useId();
  const fields = form.fields(view);
  const listed = view.acts.includes(act);

  useEffect(() => {
    if (!within) place.current?.focus();
  }, [within]);

  const submit = async (): Promise<void> => {
    // By Ctrl Enter too, which asks no button whether it may.
    if (busy || !listed) return;
    const left = missing(fields, values);
    setEmpty(left);
    if (left.length > 0) {
      requestAnimationFrame(() =>
        place.current?.querySelector<HTMLElement>('[aria-invalid="true"], .field-error')?.focus(),
      );
      return;
    }
    setProblem(null);
    const result = await perform(act, form.body(values), view.version);
    if (!result.ok) {
      setProblem(result.error);
      return;
    }
    discard();
    announce(t(`console.act.${act}.done`, { number: view.number }), { focus: true });
    onDone(result.value);
  };

  return (
    <form
      ref={place}
      id={within ? undefined : openFormId}
      className="form act-form"
      tabIndex={-1}
      noValidate
      aria-labelledby={within ? undefined : heading}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void submit();
        }
      }}
    >
      {within ? null : <h2 id={heading}>{t(`console.act.${act}`)}</h2>}
      {knows(`console.act.${act}.note`) ? <p className="note">{t(`console.act.${act}.note`)}</p> : null}
      <KeptNote draft={draft} />
      <ChangedNote view={view} since={seen} problem={problem} kept={fields.length > 0}>
        {problem === null ? null : <Elsewhere problem={problem} fields={fields} />}
      </ChangedNote>
      {listed ? null : <p className="problem">{t('console.act.gone')}</p>}
      <ActFields
        view={view}
        fields={fields}
        values={values}
        set={set}
        errors={errorsOf(problem, stillEmpty(empty, fields, values), t('console.required'))}
      />
      <p className="row-acts">
        <button type="submit" className="btn primary" disabled={busy || !listed}>
          {t(
            busy
              ? 'console.sending'
              : knows(`console.act.${act}.send`)
                ? `console.act.${act}.send`
                : `console.act.${act}`,
          )}
          <kbd>Ctrl Enter</kbd>
        </button>
        {onCancel === undefined ? null : (
          <button type="button" className="btn" onClick={onCancel}>
            {t('console.cancel')}
          </button>
        )}
      </p>
    </form>
  );
}

/** Faults of what this form does not ask: a report without an answer cannot be approved, say. */
function Elsewhere({
  problem,
  fields,
}: {
  readonly problem: Problem;
  readonly fields: readonly Field[];
}): ReactNode {
  const { t, knows } = useText();
  const asked = new Set(fields.map((field) => field.name));
  const report = fields.some((field) => field.kind === 'report');
  const faults = Object.entries(problem.fields).filter(
    ([name]) => !asked.has(name) && !(report && knows(`console.report.${bare(name)}`)),
  );
  if (faults.length === 0) return null;
  return (
    <ul>
      {faults.map(([name, text]) => {
        const key = `console.report.${bare(name)}`;
        return (
          <li key={name}>
            <b>{knows(key) ? t(key) : name}</b>: {text}
          </li>
        );
      })}
    </ul>
  );
}

function bare(name: string): string {
  return name.replace(/^content[./]/, '');
}

/** What was empty when the form was sent and is so still; a field filled in is at fault no longer. */
export function stillEmpty(empty: readonly string[], fields: readonly Field[], values: Values): string[] {
  const now = missing(fields, values);
  return empty.filter((name) => now.includes(name));
}

function errorsOf(
  problem: Problem | null,
  empty: readonly string[],
  required: string,
): Readonly<Record<string, string>> {
  const refused = Object.entries(problem?.fields ?? {}).map(([name, text]) => [bare(name), text]);
  return { ...Object.fromEntries(empty.map((name) => [name, required])), ...Object.fromEntries(refused) };
}
