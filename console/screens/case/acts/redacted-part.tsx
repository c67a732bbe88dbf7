import { type ReactNode, useId, useRef } from 'react';
import { type Mask, publicText, redact } from '../../../../src/domain/privacy/redaction.ts';
import type { RedactionView } from '../../../../src/features/cases/contract.ts';
import { useText } from '../../../text/text-context.tsx';

interface RedactedPartProps {
  readonly part: RedactionView['parts'][number];
  readonly masks: readonly Mask[];
  /** Absent where it is only read. */
  readonly onRemove?: (mask: Mask) => void;
  readonly onSelect?: (words: string) => void;
}

/** One text as it was written, its masks marked, beside what everybody will read. */
export function RedactedPart({ part, masks, onRemove, onSelect }: RedactedPartProps): ReactNode {
  const { t } = useText();
  const heading = useId();
  const original = useRef<HTMLQuoteElement>(null);
  const take = (): void => {
    const selection = document.getSelection();
    const words = selection?.toString().trim() ?? '';
    const isHere = selection?.anchorNode != null && original.current?.contains(selection.anchorNode) === true;
    if (isHere && words !== '') onSelect?.(words);
  };
  return (
    <section className="redacted" aria-labelledby={heading}>
      <h3 id={heading} tabIndex={-1}>
        {t(`console.redaction.part.${part.part}`)}
      </h3>
      {part.changed ? <p className="problem">{t('console.redaction.changed')}</p> : null}
      <div className="pair">
        <div>
          <p className="note">{t('console.redaction.original')}</p>
          <blockquote ref={original} className="preview quote" onMouseUp={take} onTouchEnd={take}>
            {redact(part.words, masks).map(({ from, to, mask }) => {
              const words = part.words.slice(from, to);
              if (mask === null) return <span key={from}>{words}</span>;
              if (onRemove === undefined) return <mark key={from}>{words}</mark>;
              return (
                <button
                  key={from}
                  type="button"
                  className="mask"
                  title={t('console.redaction.remove')}
                  aria-label={t('console.redaction.remove-words', { words })}
                  onClick={() => {
                    onRemove(masks.find((one) => one.from === from) ?? mask);
                    document.getElementById(heading)?.focus();
                  }}
                >
                  {words}
                </button>
              );
            })}
          </blockquote>
        </div>
        <div>
          <p className="note">{t('console.redaction.public')}</p>
          <blockquote className="preview quote">{publicText(part.words, masks)}</blockquote>
        </div>
      </div>
    </section>
  );
}
