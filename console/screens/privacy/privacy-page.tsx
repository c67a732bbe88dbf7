import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { privacyParts } from '../../app/privacy-search.ts';
import { useText } from '../../text/text-context.tsx';
import { AdminPage } from '../administration/admin-page.tsx';
import { useInstitution } from '../administration/use-institution.ts';
import { BreachesPart } from './breaches-part.tsx';
import { RegisterPart } from './register-part.tsx';
import { RequestsPart } from './requests-part.tsx';
import { RetentionPart } from './retention-part.tsx';
import './privacy.css';

const shown = {
  permintaan: RequestsPart,
  retensi: RetentionPart,
  kejadian: BreachesPart,
  daftar: RegisterPart,
} as const;

/** Data protection at work: what reporters ask, what has been kept long enough, what went wrong, what an institution does with personal data, and whom people ask. */
export function PrivacyPage(): ReactNode {
  const { t } = useText();
  const of = useInstitution();
  const { bagian: part = privacyParts[0] } = useSearch({ from: '/data-pribadi' });
  const Part = shown[part];
  return (
    <AdminPage title={t('console.privacy.title')} of={of}>
      <nav className="page-parts noprint" aria-label={t('console.privacy.parts')}>
        {privacyParts.map((one) => (
          <Link
            key={one}
            to="/data-pribadi"
            search={{ bagian: one }}
            {...(one === part ? { 'aria-current': 'page' as const } : {})}
          >
            {t(`console.privacy.part.${one}`)}
          </Link>
        ))}
      </nav>
      {of.institution === '' ? null : <Part key={of.institution} institution={of.institution} />}
    </AdminPage>
  );
}
