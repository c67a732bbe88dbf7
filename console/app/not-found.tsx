import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useText } from '../text/text-context.tsx';

export function NotFound(): ReactNode {
  const { t } = useText();
  return (
    <div className="pad empty">
      <h1>{t('console.not-found.title')}</h1>
      <p>{t('console.not-found.detail')}</p>
      <p>
        <Link to="/" className="link">
          {t('console.not-found.back')}
        </Link>
      </p>
    </div>
  );
}
