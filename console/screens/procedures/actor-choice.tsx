import { type ReactNode, useId } from 'react';
import type { ProcedureDocument } from '../../../src/features/procedures/contract.ts';
import { useText } from '../../text/text-context.tsx';
import { useSopWords } from './sop-words.ts';

/** Some of the actors, by their titles; one that is not in the list of actors can only be taken out. */
export function ActorChoice({
  label,
  hint,
  document,
  value,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly document: ProcedureDocument;
  readonly value: readonly string[];
  readonly onChange: (ids: string[]) => void;
}): ReactNode {
  const { t } = useText();
  const words = useSopWords();
  const id = useId();
  const known = [...new Set(document.actors.map((actor) => actor.id))];
  const all = [...known, ...value.filter((one) => !known.includes(one))];
  return (
    <fieldset className="choice" aria-describedby={`${id}-hint`}>
      <legend>{label}</legend>
      <div className="opts">
        {all.map((actor) => (
          <label className="opt" key={actor}>
            <input
              type="checkbox"
              checked={value.includes(actor)}
              onChange={(event) =>
                // In the order in which they were chosen: the first is the main one.
                onChange(event.target.checked ? [...value, actor] : value.filter((one) => one !== actor))
              }
            />
            <span>{words.actor(document, actor)}</span>
          </label>
        ))}
      </div>
      <div id={`${id}-hint`}>
        {all.length === 0 ? <p className="hint">{t('console.draft.actors.none')}</p> : null}
        {hint === undefined ? null : <p className="hint">{hint}</p>}
      </div>
    </fieldset>
  );
}
