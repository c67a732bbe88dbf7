import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import type {
  FieldChange,
  ListComparison,
  ProcedureComparison,
} from '../../../src/domain/procedures/compare.ts';
import type { ProcedureDocument } from '../../../src/features/procedures/contract.ts';
import { rolesQuery } from '../../api/queries.ts';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { useText } from '../../text/text-context.tsx';
import { diffWords } from '../case/word-diff.ts';
import { useSopWords } from './sop-words.ts';
import { type Names, useValueWords } from './value-words.ts';

interface DifferencesProps {
  readonly differences: ProcedureComparison;
  /** The later of the two, for the names of its actors. */
  readonly document: ProcedureDocument;
  /** What the two columns are called. */
  readonly sides: readonly [before: string, after: string];
  /** Neither is the earlier one: nothing was struck out, and what one alone has is only there. */
  readonly abreast?: boolean;
}

/** Two documents side by side, only where they differ: field by field, word for word. */
export function Differences({ differences, document, sides, abreast = false }: DifferencesProps): ReactNode {
  const { t } = useText();
  const words = useSopWords();
  const names = useNames(differences, document);
  const { head, requirements, actors, steps } = differences;
  return (
    <>
      {head.length === 0 ? null : (
        <section className="difference">
          <h3>{t('console.draft.head')}</h3>
          <Changes
            caption={t('console.draft.head')}
            changes={head.map((change) => ({ ...change, field: change.field.replace(/^decree\./, '') }))}
            sides={sides}
            names={names}
            abreast={abreast}
          />
        </section>
      )}
      <Entries
        list={steps}
        title={(id) => t('console.draft.row.title', { no: id })}
        sides={sides}
        names={names}
        abreast={abreast}
        fields={stepFields}
      />
      <Entries
        list={actors}
        title={(id) => `${words.field('actor-title')}: ${names.actors.get(id) ?? id}`}
        sides={sides}
        names={names}
        abreast={abreast}
        fields={['title', 'roles', 'note']}
        rename={{ title: 'actor-title' }}
      />
      <Entries
        list={requirements}
        title={(id) => `${words.field('requirement')}: ${requirementTitle(differences, document, id)}`}
        sides={sides}
        names={names}
        abreast={abreast}
        fields={['title', 'note']}
        rename={{ title: 'requirement' }}
      />
    </>
  );
}

const stepFields = [
  'activity',
  'actors',
  'act',
  'status',
  'requires',
  'limit',
  'output',
  'question',
  'exits',
  'next',
  'note',
] as const;

interface EntriesProps {
  readonly list: ListComparison<object>;
  readonly title: (id: string) => string;
  readonly sides: DifferencesProps['sides'];
  readonly names: Names;
  readonly abreast: boolean;
  /** What is told of an entry that is wholly new or wholly gone. */
  readonly fields: readonly string[];
  /** Fields that are called otherwise here. */
  readonly rename?: Readonly<Record<string, string>>;
}

interface Entry {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  readonly id: string;
  readonly occurrence: number;
  readonly changes: readonly FieldChange[];
  /** From which place to which, counted from 1. */
  readonly way: readonly [number, number] | null;
}

function Entries({ list, title, sides, names, abreast, fields, rename = {} }: EntriesProps): ReactNode {
  const { t } = useText();
  const [one, other] = sides;
  const kindWord = (kind: Entry['kind']): string =>
    abreast
      ? t(`console.draft.abreast.${kind}`, { side: kind === 'removed' ? one : other })
      : t(`console.draft.kind.${kind}`);
  return entriesOf(list, fields).map(({ kind, id, occurrence, changes, way }) => (
    <section className="difference" key={`${kind} ${occurrence} ${id}`}>
      <h3>
        {title(id)} <span className="kind">{kindWord(kind)}</span>
      </h3>
      {way === null ? null : <p>{t('console.draft.moved', { from: way[0], to: way[1] })}</p>}
      {changes.length === 0 ? null : (
        <Changes
          caption={title(id)}
          changes={changes.map((change) => ({ ...change, field: rename[change.field] ?? change.field }))}
          sides={sides}
          names={names}
          abreast={abreast}
        />
      )}
    </section>
  ));
}

/** A new entry is told as if each of its fields had been empty before; a removed one the other way round. */
function entriesOf(list: ListComparison<object>, fields: readonly string[]): readonly Entry[] {
  const told = (item: object, side: 'before' | 'after'): readonly FieldChange[] =>
    fields.flatMap((field) => {
      const value: unknown = Reflect.get(item, field);
      const isEmpty = value === undefined || value === null || (Array.isArray(value) && value.length === 0);
      return isEmpty ? [] : [{ field, [side]: value }];
    });
  const common = { way: null };
  return [
    ...list.added.map((one) => ({
      ...one,
      ...common,
      kind: 'added' as const,
      changes: told(one.item, 'after'),
    })),
    ...list.removed.map((one) => ({
      ...one,
      ...common,
      kind: 'removed' as const,
      changes: told(one.item, 'before'),
    })),
    ...list.changed.map((one) => ({ ...one, ...common, kind: 'changed' as const })),
    ...list.moved.map((one) => ({
      ...one,
      kind: 'moved' as const,
      changes: [],
      way: [one.from + 1, one.to + 1] as const,
    })),
  ];
}

function Changes({
  caption,
  changes,
  sides,
  names,
  abreast,
}: {
  readonly caption: string;
  readonly changes: readonly FieldChange[];
  readonly sides: DifferencesProps['sides'];
  readonly names: Names;
  readonly abreast: boolean;
}): ReactNode {
  const { t } = useText();
  const words = useSopWords();
  const say = useValueWords(names);
  return (
    <Rows caption={caption} className="changes" columns={[t('console.draft.field'), ...sides]}>
      {changes.map(({ field, before, after }) => {
        const [was, is] = [say(field, before), say(field, after)];
        return (
          <Row key={field}>
            <RowHead>{words.field(field)}</RowHead>
            <Cell name={sides[0]}>
              <Marked before={was} after={is} side="gone" as={abreast ? 'mark' : 'del'} />
            </Cell>
            <Cell name={sides[1]}>
              <Marked before={was} after={is} side="new" as={abreast ? 'mark' : 'ins'} />
            </Cell>
          </Row>
        );
      })}
    </Rows>
  );
}

/** One of two texts, whole, with the words marked that the other has not. */
function Marked({
  before,
  after,
  side,
  as: Mark,
}: {
  readonly before: string;
  readonly after: string;
  readonly side: 'gone' | 'new';
  readonly as: 'del' | 'ins' | 'mark';
}): ReactNode {
  const { t } = useText();
  if ((side === 'gone' ? before : after) === '')
    return <span className="dim">{t('console.draft.nothing')}</span>;
  return (
    <span className="quote">
      {diffWords(before, after)
        .filter(({ kind }) => kind === 'same' || kind === side)
        .map(({ kind, text }, place) =>
          kind === 'same' ? (
            text
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no other identity and are drawn anew together
            <Fragment key={place}>
              <Mark>{text.trimEnd()}</Mark>
              {text.slice(text.trimEnd().length)}
            </Fragment>
          ),
        )}
    </span>
  );
}

function useNames({ actors }: ProcedureComparison, document: ProcedureDocument): Names {
  const { t } = useText();
  const { data = [] } = useQuery(rolesQuery);
  return {
    actors: new Map([
      ...actors.removed.map(({ id, item }) => [id, item.title] as const),
      ...document.actors.map(({ id, title }) => [id, title] as const),
    ]),
    roles: new Map([
      ['reporter', t('console.draft.role.reporter')],
      ['system', t('console.draft.role.system')],
      ...data.map(({ id, name }) => [id, name] as const),
    ]),
  };
}

function requirementTitle(
  { requirements }: ProcedureComparison,
  document: ProcedureDocument,
  id: string,
): string {
  const gone = requirements.removed.find((one) => one.id === id)?.item;
  return (gone ?? document.requirements.find((one) => one.id === id))?.title ?? id;
}
