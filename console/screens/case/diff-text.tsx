import { Fragment, type ReactNode, useMemo } from 'react';
import { useText } from '../../text/text-context.tsx';
import { diffWords } from './word-diff.ts';

/** A text with what was struck out and what was written instead, told to the eye and to the ear. */
export function DiffText({ before, after }: { readonly before: string; readonly after: string }): ReactNode {
  const { t } = useText();
  const parts = useMemo(() => diffWords(before, after), [before, after]);
  return (
    <p className="quote">
      {parts.map((part, index) => {
        if (part.kind === 'same') return part.text;
        const words = t(part.kind === 'gone' ? 'console.diff.gone' : 'console.diff.new');
        const Mark = part.kind === 'gone' ? 'del' : 'ins';
        const text = part.text.trimEnd();
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no other identity and are drawn anew together
          <Fragment key={index}>
            <Mark>
              <span className="vh">{words} </span>
              {text}
            </Mark>
            {/* The last word of a text has no space after it; the next mark must not stick to it. */}
            {part.text.slice(text.length) || ' '}
          </Fragment>
        );
      })}
    </p>
  );
}
