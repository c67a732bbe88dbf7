import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { RevisionView } from '../../../src/features/calendars/contract.ts';
import { send, serverNow } from '../../api/client.ts';
import { useTitle } from '../../app/use-title.ts';
import { Icon } from '../../parts/icon.tsx';
import { useAnnouncer } from '../../parts/status-line.tsx';
import { dayKey, readerZone } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { emptyForm, toInput } from './entry.ts';
import { RevisionForm } from './revision-form.tsx';
import './calendar.css';

/** A decree laid in: from its file or by hand. Saving makes a draft; nothing counts by it yet. */
export function NewRevisionPage(): ReactNode {
  const { t } = useText();
  const { announce } = useAnnouncer();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [first] = useState(() => emptyForm(Number(dayKey(serverNow(), readerZone()).slice(0, 4))));
  useTitle(t('console.calendar.new'));
  return (
    <div className="page calendar">
      <div className="head">
        <p className="crumb">
          <Link to="/kalender" className="link">
            <Icon name="back" />
            {t('console.calendar.title')}
          </Link>
        </p>
        <h1>{t('console.calendar.new')}</h1>
        <p className="note whole">{t('console.calendar.new.note')}</p>
      </div>
      <RevisionForm
        first={first}
        save={(form) => send<RevisionView>('POST', '/calendars/revisions', { body: toInput(form) })}
        onSaved={async (view) => {
          await client.invalidateQueries({ queryKey: ['calendar'] });
          await navigate({ to: '/kalender/$id', params: { id: view.id } });
          announce(t('console.calendar.saved'), { focus: true });
        }}
        onCancel={() => void navigate({ to: '/kalender' })}
      />
    </div>
  );
}
