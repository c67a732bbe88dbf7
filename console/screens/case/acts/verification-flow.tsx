import { type ReactNode, useState } from 'react';
import type { CaseView, OfficerAct } from '../../../../src/features/cases/contract.ts';
import { useText } from '../../../text/text-context.tsx';
import { ActForm, openFormId } from './act-form.tsx';
import { VerifyAsOurs } from './verify-as-ours.tsx';

interface VerificationFlowProps {
  readonly view: CaseView;
  readonly onDone: () => void;
  readonly onOpen: (act: OfficerAct) => void;
}

/** What can become of a matter at step "verify" other than being ours; offered where the server lists it. */
const verifierActs: readonly OfficerAct[] = ['referral', 'archive', 'question', 'merger', 'seal'];

/** What the verifier's questions ask about, so that it stands in no other place while they are open. */
export const askedByVerifier: readonly OfficerAct[] = ['verification', ...verifierActs];

/** The verifier's questions in their order: whose matter is it, what is it, and where does it go. */
export function VerificationFlow({ view, onDone, onOpen }: VerificationFlowProps): ReactNode {
  const { t } = useText();
  const [decision, setDecision] = useState<OfficerAct>('verification');
  const offered = verifierActs.filter((act) => view.acts.includes(act));
  return (
    // The first question stands outside the form that it opens; its key must reach the form all the same.
    <section
      className="verify"
      id={openFormId}
      tabIndex={-1}
      aria-label={t('console.verify.title')}
      onKeyDown={(event) => {
        if (event.defaultPrevented || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.currentTarget.querySelector('form')?.requestSubmit();
      }}
    >
      <fieldset className="ask">
        <legend>
          <b>1</b>
          <span>{t('console.verify.authority', { institution: view.institution.name })}</span>
        </legend>
        <div className="opts">
          {(['verification', ...offered] as const).map((act) => (
            <label className="opt" key={act}>
              <input
                type="radio"
                name="decision"
                checked={decision === act}
                onChange={() => setDecision(act)}
              />
              <span>{t(`console.verify.${act}`)}</span>
            </label>
          ))}
        </div>
        <p className="hint">{t(`console.verify.${decision}.hint`)}</p>
      </fieldset>
      {decision === 'verification' ? (
        <VerifyAsOurs view={view} onDone={onDone} onOpen={onOpen} />
      ) : (
        <div className="ask">
          <b aria-hidden="true">2</b>
          <div>
            <ActForm key={decision} view={view} act={decision} onDone={onDone} within />
          </div>
        </div>
      )}
    </section>
  );
}
