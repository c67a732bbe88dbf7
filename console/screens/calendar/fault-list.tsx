import type { ReactNode } from 'react';
import type { Problem } from '../../api/client.ts';
import { useText } from '../../text/text-context.tsx';

/** Every fault with its line; `line` is what a line is called: of a file, or of the list on the page. */
export function FaultList({
  faults,
  line,
}: {
  readonly faults: Problem['faults'];
  readonly line: 'console.calendar.fault.line' | 'console.calendar.fault.entry';
}): ReactNode {
  const { t } = useText();
  if (faults.length === 0) return null;
  return (
    <ul className="faults">
      {faults.map((fault) => (
        <li key={`${fault.line} ${fault.code} ${fault.text}`}>
          {fault.line === null ? null : <b>{t(line, { line: String(fault.line) })}</b>}{' '}
          <span>{fault.text}</span>
        </li>
      ))}
    </ul>
  );
}
