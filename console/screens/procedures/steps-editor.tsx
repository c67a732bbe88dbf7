import type { KeyboardEvent, ReactNode } from 'react';
import type { FindingView, ProcedureDocument } from '../../../src/features/procedures/contract.ts';
import { Icon } from '../../parts/icon.tsx';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { useAnnouncer } from '../../parts/status-line.tsx';
import { useText } from '../../text/text-context.tsx';
import { addStep, moveStep, removeStep, type StepDocument } from './edit-steps.ts';
import { useCounts } from './findings.tsx';
import { wayOf } from './onward-fields.tsx';
import { type Path, useGoTo } from './places.tsx';
import { useSopWords } from './sop-words.ts';
import { StepForm } from './step-form.tsx';
import './draft-steps.css';

interface StepsEditorProps {
  readonly document: ProcedureDocument;
  readonly findings: readonly FindingView[];
  /** The row that is open for writing; null: all are read. */
  readonly open: number | null;
  readonly isOpenDraft: boolean;
  readonly change: (document: ProcedureDocument, said?: string) => void;
}

/** The table of the form: read like the form, one row at a time open for writing. */
export function StepsEditor({ document, findings, open, isOpenDraft, change }: StepsEditorProps): ReactNode {
  const { t } = useText();
  const goTo = useGoTo();
  const words = useSopWords();
  const { steps } = document;
  const columns = ['id', 'activity', 'actors', 'requires', 'limit', 'output', 'next'].map(words.field);
  const add = (after: number): void => {
    change(addStep(document, after));
    goTo(['steps', after + 1, 'activity']);
  };
  return (
    <>
      {steps.length === 0 ? <p className="empty">{t('console.draft.rows.empty')}</p> : null}
      {steps.length === 0 ? null : (
        <Rows caption={t('console.draft.rows')} className="step-rows" columns={columns}>
          {steps.map((step, place) => {
            const own = findings.filter(({ path }) => path[0] === 'steps' && path[1] === place);
            return open === place && isOpenDraft ? (
              <OpenRow
                // biome-ignore lint/suspicious/noArrayIndexKey: the number is being typed and may stand twice
                key={place}
                document={document}
                step={step}
                place={place}
                findings={own}
                change={change}
                add={add}
              />
            ) : (
              <ReadRow
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                key={place}
                document={document}
                step={step}
                place={place}
                findings={own}
                isOpenDraft={isOpenDraft}
              />
            );
          })}
        </Rows>
      )}
      {isOpenDraft ? (
        <p className="row-acts">
          <button type="button" className="btn" onClick={() => add(steps.length - 1)}>
            <Icon name="plus" />
            {t('console.draft.row.add')}
          </button>
        </p>
      ) : null}
    </>
  );
}

interface ReadRowProps {
  readonly document: ProcedureDocument;
  readonly step: StepDocument;
  readonly place: number;
  readonly findings: readonly FindingView[];
  readonly isOpenDraft: boolean;
}

function ReadRow({ document, step, place, findings, isOpenDraft }: ReadRowProps): ReactNode {
  const { t } = useText();
  const goTo = useGoTo();
  const words = useSopWords();
  const counts = useCounts(findings.filter(({ severity }) => severity !== 'note'));
  const cell = (name: string, text: ReactNode): ReactNode => <Cell name={words.field(name)}>{text}</Cell>;
  return (
    <Row className={isOpenDraft ? 'can-open' : undefined}>
      <RowHead>
        {isOpenDraft ? (
          <button
            type="button"
            className="name"
            data-place={`steps.${place}`}
            aria-label={t('console.draft.row.open', { no: step.id })}
            onClick={() => goTo(['steps', place, 'activity'])}
          >
            {step.id === '' ? '–' : step.id}
          </button>
        ) : (
          step.id
        )}
      </RowHead>
      <Cell className="activity">
        {step.activity === '' ? (
          <span className="dim">{t('console.draft.row.no-activity')}</span>
        ) : (
          step.activity
        )}
        {step.note === undefined ? null : <small className="remark">{step.note}</small>}
        {counts === '' ? null : <small className="counts">{counts}</small>}
      </Cell>
      {cell(
        'actors',
        <>
          {step.actors.map((id) => words.actor(document, id)).join(', ')}
          <small>{words.act(step.act)}</small>
        </>,
      )}
      {cell('requires', step.requires.join('; '))}
      {cell('limit', words.limit(step.limit))}
      {cell('output', step.output.join('; '))}
      {cell('next', <Onward step={step} />)}
    </Row>
  );
}

function Onward({ step }: { readonly step: StepDocument }): ReactNode {
  const { t } = useText();
  const { exits = {}, next, question = '', returnsTo, returnsAtMost } = step;
  const way = wayOf(step);
  return (
    <>
      {way === 'end' ? t('console.draft.onward.end.short') : null}
      {way === 'next' ? t('console.draft.to-row', { no: next ?? '?' }) : null}
      {way === 'decide' ? (
        <>
          {question}
          <small>{t('console.draft.exits', { yes: exits.ya ?? '?', no: exits.tidak ?? '?' })}</small>
        </>
      ) : null}
      {returnsTo === undefined ? null : (
        <small>{t('console.draft.returns', { no: returnsTo, count: returnsAtMost ?? 0 })}</small>
      )}
    </>
  );
}

interface OpenRowProps extends Omit<ReadRowProps, 'isOpenDraft'> {
  readonly change: StepsEditorProps['change'];
  readonly add: (after: number) => void;
}

function OpenRow({ document, step, place, findings, change, add }: OpenRowProps): ReactNode {
  const { t } = useText();
  const goTo = useGoTo();
  const { announce } = useAnnouncer();
  const { steps } = document;
  const move = (by: -1 | 1): void => {
    const moved = moveStep(document, place, by);
    if (moved === document) return;
    const field = focusedField();
    change(moved);
    announce(t('console.draft.row.moved', { no: step.id, place: place + by + 1, count: steps.length }));
    goTo(['steps', place + by, field]);
  };
  const remove = (): void => {
    const { document: without, ledOn, leftOver } = removeStep(document, place);
    const said = [
      t('console.draft.row.removed', { no: step.id }),
      ...(ledOn.length === 0 ? [] : [t('console.draft.row.led-on', { rows: ledOn.join(', ') })]),
      ...(leftOver.length === 0 ? [] : [t('console.draft.row.left-over', { rows: leftOver.join(', ') })]),
    ].join(' ');
    change(without, said);
    goTo(['steps', Math.min(place, steps.length - 2)]);
  };
  const actOf = ({ key, altKey, ctrlKey }: KeyboardEvent): (() => void) | undefined => {
    if (key === 'Escape') return () => goTo(['steps', place]);
    if (altKey && key === 'ArrowUp') return () => move(-1);
    if (altKey && key === 'ArrowDown') return () => move(1);
    return ctrlKey && key === 'Enter' ? () => add(place) : undefined;
  };
  const keys = (event: KeyboardEvent): void => {
    const act = actOf(event);
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  return (
    <Row className="open-row">
      <Cell columns={7}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys repeat what the buttons below do */}
        <div onKeyDown={keys} data-place={`steps.${place}`}>
          <div className="open-head">
            <h3>{t('console.draft.row.title', { no: step.id })}</h3>
            <p className="row-acts tight">
              <button type="button" className="btn" disabled={place === 0} onClick={() => move(-1)}>
                {t('console.draft.row.up')} <kbd>Alt ↑</kbd>
              </button>
              <button
                type="button"
                className="btn"
                disabled={place === steps.length - 1}
                onClick={() => move(1)}
              >
                {t('console.draft.row.down')} <kbd>Alt ↓</kbd>
              </button>
              <button type="button" className="btn" onClick={() => add(place)}>
                {t('console.draft.row.insert')} <kbd>Ctrl Enter</kbd>
              </button>
              <button type="button" className="btn" onClick={remove}>
                {t('console.draft.row.remove')}
              </button>
              <button type="button" className="btn" onClick={() => goTo(['steps', place])}>
                {t('console.close')} <kbd>Esc</kbd>
              </button>
            </p>
          </div>
          <StepForm document={document} step={step} place={place} findings={findings} change={change} />
        </div>
      </Cell>
    </Row>
  );
}

/** The cell in which the keyboard is, so that a moved row keeps it. */
function focusedField(): string {
  const place = window.document.activeElement?.closest('[data-place]')?.getAttribute('data-place');
  const path: Path = place?.split('.') ?? [];
  return String(path[2] ?? 'activity');
}
