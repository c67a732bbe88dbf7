import { Link } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import type { CaseView } from '../../../src/features/cases/contract.ts';
import { useWide } from '../../app/use-narrow.ts';
import { useNow } from '../../app/use-now.ts';
import { shortMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { drawingId } from './drawing-section.tsx';

type Step = CaseView['steps'][number];

const classes: Readonly<Record<Step['state'], string>> = {
  done: 'done',
  here: 'now',
  also: 'now also',
  next: 'todo',
  skipped: 'todo skipped',
};

/** Where the case stands in the office's own SOP, row by row. */
export function StepsSection({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useText();
  const heading = useId();
  const wide = useWide();
  const [institution = '', name = ''] = view.procedure.id.split('/');
  const at = view.steps.findIndex((step) => step.state === 'here');
  const here = at === -1 ? view.steps.length : at;
  return (
    <section aria-labelledby={heading}>
      <div className="sub">
        <h2 id={heading}>{t('console.steps.title')}</h2>
        <Link
          className="link"
          to="/sop/$institution/$name"
          params={{ institution, name }}
          title={view.procedure.title}
        >
          {t('console.steps.version', { version: view.procedure.version })}
        </Link>
      </div>
      <ol className="steps">
        {view.steps.map((step, index) => (
          <li
            key={step.id}
            className={classes[step.state]}
            aria-current={step.state === 'here' ? 'step' : undefined}
          >
            <b>{step.no}</b>
            <span title={step.activity}>
              {t(`console.step-name.${step.act}`)}
              {/* The words of the signed SOP, for the step that counts now. */}
              {step.state === 'here' ? <small lang="id">{step.activity}</small> : null}
              <StepFacts step={step} passed={index < here} zone={view.institution.zone} />
            </span>
          </li>
        ))}
      </ol>
      {wide ? (
        <p>
          <a className="link" href={`#${drawingId}`}>
            {t('console.drawing.to')}
          </a>
        </p>
      ) : null}
    </section>
  );
}

function StepFacts({
  step,
  passed,
  zone,
}: {
  readonly step: Step;
  /** The case is further on; a branch ahead may be taken yet. */
  readonly passed: boolean;
  readonly zone: string;
}): ReactNode {
  const { t, language } = useText();
  const now = useNow();
  const when =
    step.endedAt !== null
      ? shortMoment(step.endedAt, zone, language, now)
      : step.startedAt !== null
        ? t('console.steps.since', { moment: shortMoment(step.startedAt, zone, language, now) })
        : null;
  const parts = [
    step.unit ?? step.actors.join(', '),
    when,
    step.exit === null ? null : t(`console.steps.exit.${step.exit}`),
    step.state === 'skipped' && passed ? t('console.steps.skipped') : null,
  ];
  return <small>{parts.filter((part) => part !== null && part !== '').join('; ')}</small>;
}
