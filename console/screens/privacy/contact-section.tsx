import { type ReactNode, useState } from 'react';
import type { ContactInput, ContactView } from '../../../src/features/privacy/contract.ts';
import { useHolds } from '../../app/session.ts';
import { TextField } from '../../parts/fields.tsx';
import { longDay, readerZone } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { EditDialog } from '../administration/edit-dialog.tsx';

interface ContactProps {
  readonly institution: string;
  readonly contact: ContactView | null;
}

/** Whom people ask about their data; it stands on the public page of privacy. */
export function ContactSection({ institution, contact }: ContactProps): ReactNode {
  const { t, language } = useText();
  const holds = useHolds();
  const [editing, setEditing] = useState(false);
  return (
    <section aria-labelledby="h-contact">
      <div className="privacy-head">
        <h2 id="h-contact">{t('console.privacy.contact')}</h2>
        {holds('privacy.manage') ? (
          <button
            type="button"
            className={contact === null ? 'btn primary' : 'btn noprint'}
            onClick={() => setEditing(true)}
          >
            {t(contact === null ? 'console.privacy.contact.add' : 'console.privacy.contact.change')}
          </button>
        ) : null}
      </div>
      {contact === null ? (
        <p className="empty">{t('console.privacy.contact.none')}</p>
      ) : (
        <dl className="kv">
          <Line name={t('console.privacy.contact.office')} value={contact.office} />
          <Line name={t('console.privacy.contact.email')} value={contact.email} />
          <Line name={t('console.privacy.contact.phone')} value={contact.phone} />
          <Line name={t('console.privacy.contact.address')} value={contact.address} />
          <Line
            name={t('console.privacy.contact.since')}
            value={longDay(contact.setAt, readerZone(), language)}
          />
        </dl>
      )}
      {editing ? (
        <ContactDialog institution={institution} contact={contact} onClose={() => setEditing(false)} />
      ) : null}
    </section>
  );
}

function Line({ name, value }: { readonly name: string; readonly value: string }): ReactNode {
  if (value === '') return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function ContactDialog({
  institution,
  contact,
  onClose,
}: ContactProps & { readonly onClose: () => void }): ReactNode {
  const { t } = useText();
  const [draft, setDraft] = useState<ContactInput>({
    office: contact?.office ?? t('console.privacy.contact.office.usual'),
    email: contact?.email ?? '',
    phone: contact?.phone ?? '',
    address: contact?.address ?? '',
  });
  const set = (part: Partial<ContactInput>): void => setDraft({ ...draft, ...part });
  return (
    <EditDialog
      title={t('console.privacy.contact')}
      method="PUT"
      path={`/privacy/contact?institution=${encodeURIComponent(institution)}`}
      body={() => draft}
      refresh={[['privacy', institution]]}
      said={t('console.privacy.contact.saved')}
      onClose={onClose}
    >
      {(errors) => (
        <>
          <p className="note">{t('console.privacy.contact.hint')}</p>
          <TextField
            label={t('console.privacy.contact.office')}
            hint={t('console.privacy.contact.office.hint')}
            required
            maxLength={120}
            value={draft.office}
            onChange={(office) => set({ office })}
            error={errors.office}
          />
          <TextField
            label={t('console.privacy.contact.email')}
            type="text"
            maxLength={200}
            value={draft.email}
            onChange={(email) => set({ email })}
            error={errors.email}
          />
          <TextField
            label={t('console.privacy.contact.phone')}
            type="tel"
            maxLength={40}
            value={draft.phone}
            onChange={(phone) => set({ phone })}
            error={errors.phone}
          />
          <TextField
            label={t('console.privacy.contact.address')}
            rows={2}
            maxLength={300}
            value={draft.address}
            onChange={(address) => set({ address })}
            error={errors.address}
          />
        </>
      )}
    </EditDialog>
  );
}
