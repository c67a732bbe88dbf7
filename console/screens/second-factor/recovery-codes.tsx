import { type ReactNode, useState } from 'react';
import { useText } from '../../text/text-context.tsx';
import './second-factor.css';

/** The ten codes, shown this once: to be copied or printed and put away. */
export function RecoveryCodes({
  codes,
  onNoted,
}: {
  readonly codes: readonly string[];
  readonly onNoted: () => void;
}): ReactNode {
  const { t } = useText();
  const [said, setSaid] = useState<'copied' | 'not-copied' | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(codes.join('\n'));
      setSaid('copied');
    } catch {
      setSaid('not-copied');
    }
  };
  return (
    <section className="recovery">
      <h3>{t('console.factor.recovery')}</h3>
      <p>{t('console.factor.recovery.note')}</p>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p className="row-acts noprint">
        <button type="button" className="btn" onClick={() => void copy()}>
          {t('console.factor.recovery.copy')}
        </button>
        <button type="button" className="btn" onClick={() => window.print()}>
          {t('console.factor.recovery.print')}
        </button>
      </p>
      <p className="note noprint" role="status">
        {said === null ? '' : t(`console.factor.recovery.${said}`)}
      </p>
      <p className="row-acts noprint">
        <button type="button" className="btn primary" onClick={onNoted}>
          {t('console.factor.recovery.noted')}
        </button>
      </p>
    </section>
  );
}
