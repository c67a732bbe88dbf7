import { type ReactNode, useMemo } from 'react';
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
        const inner = (
          <>
            <span className="vh">{words} </span>
            {part.text}
          </>
        );
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no other identity and are drawn anew together
        return part.kind === 'gone' ? <del key={index}>{inner}</del> : <ins key={index}>{inner}</ins>;
      })}
    </p>
  );
}
