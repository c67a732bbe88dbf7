import { type ReactNode, useState } from 'react';
import { caseKinds, caseStatuses } from '../../../src/domain/cases/words.ts';
import { type ListSearch, readListSearch } from '../../app/list-search.ts';
import { useSession } from '../../app/session.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { CheckField, SelectField, TextField } from '../../parts/fields.tsx';
import { PickArea } from '../../parts/pick-area.tsx';
import { PickUnit } from '../../parts/pick-unit.tsx';
import { useText } from '../../text/text-context.tsx';

interface FilterDialogProps {
  readonly search: ListSearch;
  readonly onChange: (search: ListSearch) => void;
  readonly onClose: () => void;
}

export function FilterDialog({ search, onChange, onClose }: FilterDialogProps): ReactNode {
  const { t } = useText();
  const { person } = useSession();
  const [draft, setDraft] = useState<Draft>({
    unit: search.unit ?? null,
    kind: search.kind ?? '',
    status: search.status ?? '',
    area: search.area ?? null,
    place: search.place ?? null,
    late: search.late === true,
    q: search.q ?? '',
  });
  const set = (part: Partial<typeof draft>): void => setDraft({ ...draft, ...part });
  const apply = (): void => {
    onChange(narrowed(search, draft));
    onClose();
  };
  return (
    <Dialog title={t('console.filter.title')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <TextField
          label={t('console.filter.words')}
          value={draft.q}
          onChange={(q) => set({ q })}
          maxLength={200}
          unmarked
        />
        {person.institution === null ? null : (
          <PickUnit
            institution={person.institution.id}
            label={t('console.filter.unit')}
            value={draft.unit}
            onChange={(unit) => set({ unit })}
            hint={t('console.filter.unit.hint')}
            unmarked
          />
        )}
        <PickArea
          label={t('console.filter.area')}
          value={draft.area}
          name={draft.place}
          onChange={(area, place) => set({ area, place })}
          unmarked
        />
        <SelectField
          label={t('console.filter.kind')}
          value={draft.kind}
          onChange={(kind) => set({ kind })}
          empty={t('console.filter.any')}
          options={caseKinds.map((id) => ({ id, name: t(`console.kind.${id}`) }))}
        />
        <SelectField
          label={t('console.filter.status')}
          value={draft.status}
          onChange={(status) => set({ status })}
          empty={t('console.filter.any')}
          options={caseStatuses.map((id) => ({ id, name: t(`console.status.${id}`) }))}
        />
        <CheckField label={t('console.filter.late')} value={draft.late} onChange={(late) => set({ late })} />
        <p className="row-acts">
          <button type="submit" className="btn primary">
            {t('console.filter.apply')}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {t('console.cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  );
}

interface Draft {
  readonly unit: string | null;
  readonly kind: string;
  readonly status: string;
  readonly area: string | null;
  readonly place: string | null;
  readonly late: boolean;
  readonly q: string;
}

/** The same list and order, narrowed anew from its first page. */
function narrowed({ queue, sort, for: whom }: ListSearch, draft: Draft): ListSearch {
  return readListSearch({
    queue,
    sort,
    for: whom,
    unit: draft.unit,
    kind: draft.kind,
    status: draft.status,
    area: draft.area,
    place: draft.place,
    late: draft.late,
    q: draft.q.trim() === '' ? undefined : draft.q.trim(),
  });
}
