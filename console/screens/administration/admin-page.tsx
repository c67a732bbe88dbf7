import type { ReactNode } from 'react';
import { useTitle } from '../../app/use-title.ts';
import { SelectField } from '../../parts/fields.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useText } from '../../text/text-context.tsx';
import type { useInstitution } from './use-institution.ts';
import './administration.css';

interface AdminPageProps {
  readonly title: string;
  readonly note?: string;
  readonly of?: ReturnType<typeof useInstitution>;
  readonly addLabel?: string;
  readonly onAdd?: () => void;
  /** What narrows the list, beside the institution. */
  readonly search?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of an administration page: heading, whose institution, one button for adding. */
export function AdminPage({ title, note, of, addLabel, onAdd, search, children }: AdminPageProps): ReactNode {
  const { t } = useText();
  useTitle(title);
  return (
    <div className="page">
      <div className="head">
        <h1>{title}</h1>
        {note === undefined ? null : <p className="facts">{note}</p>}
        {onAdd === undefined ? null : (
          <p className="end">
            <button type="button" className="btn primary" onClick={onAdd}>
              <Icon name="plus" />
              {addLabel}
            </button>
          </p>
        )}
      </div>
      <div className="toolbar">
        {of === undefined || of.all.length < 2 ? null : (
          <SelectField
            label={t('console.institution')}
            value={of.institution}
            onChange={of.choose}
            options={of.all.map(({ id, name }) => ({ id, name }))}
          />
        )}
        {search}
      </div>
      <div className="pad">{children}</div>
    </div>
  );
}
