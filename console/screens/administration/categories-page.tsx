import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { CategoryInput, CategoryView } from '../../../src/features/organizations/contract.ts';
import { categoriesQuery, unitsQuery } from '../../api/queries.ts';
import { CheckField, SelectField, TextField } from '../../parts/fields.tsx';
import { PageProblem } from '../../parts/page-problem.tsx';
import { PickUnit } from '../../parts/pick-unit.tsx';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useText } from '../../text/text-context.tsx';
import { AdminPage } from './admin-page.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { useInstitution } from './use-institution.ts';

export function CategoriesPage(): ReactNode {
  const { t } = useText();
  const of = useInstitution();
  const { data, error, refetch } = useQuery(categoriesQuery(of.institution));
  const units = useQuery(unitsQuery(of.institution));
  const [editing, setEditing] = useState<CategoryView | 'new' | null>(null);
  const unitName = (id: string | null): string => units.data?.find((unit) => unit.id === id)?.name ?? '–';
  return (
    <AdminPage
      title={t('console.categories.title')}
      of={of}
      addLabel={t('console.categories.add')}
      onAdd={() => setEditing('new')}
    >
      {error !== null && data === undefined ? (
        <PageProblem error={error} retry={() => void refetch()} />
      ) : null}
      {data === undefined && error === null ? <Skeleton /> : null}
      {data?.length === 0 ? <p className="empty">{t('console.categories.empty')}</p> : null}
      {data === undefined || data.length === 0 ? null : (
        <Rows
          caption={t('console.categories.title')}
          className="tree"
          columns={[
            t('console.admin.name'),
            t('console.categories.unit'),
            t('console.categories.oversight'),
            t('console.admin.state'),
          ]}
        >
          {inOrder(data).map((one) => (
            <Row key={one.id} className={`l${one.parentId === null ? 0 : 1}${one.active ? '' : ' off'}`}>
              <RowHead>
                <button type="button" className="name" onClick={() => setEditing(one)}>
                  {one.name}
                </button>
              </RowHead>
              <Cell name={t('console.categories.unit')}>{unitName(one.defaultUnitId)}</Cell>
              <Cell name={t('console.categories.oversight')}>
                {t(one.suggestsOversight ? 'console.yes' : 'console.no')}
              </Cell>
              <Cell name={t('console.admin.state')}>
                {t(one.active ? 'console.admin.active' : 'console.admin.inactive')}
              </Cell>
            </Row>
          ))}
        </Rows>
      )}
      {editing === null ? null : (
        <CategoryDialog
          institution={of.institution}
          category={editing === 'new' ? null : editing}
          all={data ?? []}
          onClose={() => setEditing(null)}
        />
      )}
    </AdminPage>
  );
}

/** Each category followed by those below it, in the order that the office gave them. */
function inOrder(all: readonly CategoryView[]): readonly CategoryView[] {
  const byPosition = all.toSorted((a, b) => a.position - b.position || a.name.localeCompare(b.name, 'id'));
  return byPosition
    .filter((one) => one.parentId === null)
    .flatMap((top) => [top, ...byPosition.filter((one) => one.parentId === top.id)]);
}

interface CategoryDialogProps {
  readonly institution: string;
  readonly category: CategoryView | null;
  readonly all: readonly CategoryView[];
  readonly onClose: () => void;
}

function CategoryDialog({ institution, category, all, onClose }: CategoryDialogProps): ReactNode {
  const { t } = useText();
  const [draft, setDraft] = useState<CategoryInput>({
    parentId: category?.parentId ?? null,
    names: { id: category?.names.id ?? '', en: category?.names.en ?? '' },
    defaultUnitId: category?.defaultUnitId ?? null,
    suggestsOversight: category?.suggestsOversight ?? false,
    active: category?.active ?? true,
    position: category?.position ?? Math.max(0, ...all.map((one) => one.position)) + 1,
  });
  const set = (part: Partial<CategoryInput>): void => setDraft({ ...draft, ...part });
  const tops = all.filter((one) => one.parentId === null && one.id !== category?.id);
  return (
    <EditDialog
      title={category?.name ?? t('console.categories.add')}
      method={category === null ? 'POST' : 'PUT'}
      path={category === null ? `/institutions/${institution}/categories` : `/categories/${category.id}`}
      body={() => draft}
      refresh={[['institutions', institution, 'categories']]}
      said={t('console.admin.saved', { name: draft.names.id })}
      onClose={onClose}
    >
      {(errors) => (
        <>
          {(['id', 'en'] as const).map((language) => (
            <TextField
              key={language}
              label={t(`console.categories.name.${language}`)}
              required
              maxLength={120}
              value={draft.names[language]}
              onChange={(name) => set({ names: { ...draft.names, [language]: name } })}
              error={errors[`names.${language}`]}
            />
          ))}
          <SelectField
            label={t('console.categories.parent')}
            value={draft.parentId ?? ''}
            onChange={(id) => set({ parentId: id === '' ? null : id })}
            empty={t('console.categories.parent.none')}
            options={tops.map(({ id, name }) => ({ id, name }))}
          />
          <PickUnit
            institution={institution}
            label={t('console.categories.unit')}
            hint={t('console.categories.unit.hint')}
            value={draft.defaultUnitId}
            onChange={(defaultUnitId) => set({ defaultUnitId })}
            error={errors.defaultUnitId}
          />
          <TextField
            label={t('console.categories.position')}
            type="number"
            min={0}
            required
            value={String(draft.position)}
            onChange={(value) => set({ position: Math.max(0, Math.trunc(Number(value)) || 0) })}
          />
          <CheckField
            label={t('console.categories.is-oversight')}
            hint={t('console.categories.is-oversight.hint')}
            value={draft.suggestsOversight}
            onChange={(suggestsOversight) => set({ suggestsOversight })}
          />
          <CheckField
            label={t('console.admin.is-active')}
            value={draft.active}
            onChange={(active) => set({ active })}
          />
        </>
      )}
    </EditDialog>
  );
}
