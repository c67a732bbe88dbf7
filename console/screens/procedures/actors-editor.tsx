import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import type { ProcedureDocument } from '../../../src/features/procedures/contract.ts';
import { rolesQuery } from '../../api/queries.ts';
import { TextField } from '../../parts/fields.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useText } from '../../text/text-context.tsx';
import { type ActorDocument, addActor, moveActor, removeActor, rowsOf } from './edit-actors.ts';
import { Field, useGoTo } from './places.tsx';
import { useSopWords } from './sop-words.ts';

interface ActorsEditorProps {
  readonly document: ProcedureDocument;
  readonly change: (document: ProcedureDocument, said?: string) => void;
}

/** The columns of the form: who they are, which roles of this system act for them, which rows use them. */
export function ActorsEditor({ document, change }: ActorsEditorProps): ReactNode {
  const { t } = useText();
  const goTo = useGoTo();
  const { actors } = document;
  return (
    <>
      <p className="note">{t('console.draft.actors.note')}</p>
      {actors.length === 0 ? <p className="empty">{t('console.draft.actors.none')}</p> : null}
      <ol className="actor-list">
        {actors.map((actor, place) => (
          <Actor
            // biome-ignore lint/suspicious/noArrayIndexKey: a file may hold a code twice
            key={place}
            document={document}
            actor={actor}
            place={place}
            change={change}
          />
        ))}
      </ol>
      <p className="row-acts">
        <button
          type="button"
          className="btn"
          onClick={() => {
            change(addActor(document));
            goTo(['actors', actors.length, 'title']);
          }}
        >
          <Icon name="plus" />
          {t('console.draft.actor.add')}
        </button>
      </p>
    </>
  );
}

interface ActorProps extends ActorsEditorProps {
  readonly actor: ActorDocument;
  readonly place: number;
}

function Actor({ document, actor, place, change }: ActorProps): ReactNode {
  const { t } = useText();
  const goTo = useGoTo();
  const words = useSopWords();
  const [asking, setAsking] = useState(false);
  const rows = rowsOf(document, actor.id);
  const title = actor.title === '' ? t('console.draft.actor.unnamed') : actor.title;
  const put = (next: ActorDocument): void =>
    change({ ...document, actors: document.actors.with(place, next) });
  const move = (by: -1 | 1): void => {
    change(moveActor(document, place, by));
    goTo(['actors', place + by, 'title']);
  };
  const remove = (): void => {
    setAsking(false);
    change(removeActor(document, place), t('console.draft.actor.removed', { title }));
    goTo(['actors', Math.max(0, Math.min(place, document.actors.length - 2)), 'title']);
  };
  return (
    <li>
      <Field path={['actors', place, 'title']}>
        <TextField
          label={words.field('actor-title')}
          unmarked
          maxLength={200}
          value={actor.title}
          onChange={(next) => put({ ...actor, title: next })}
        />
      </Field>
      <Field path={['actors', place, 'roles']}>
        <RoleChoice value={actor.roles} onChange={(roles) => put({ ...actor, roles })} />
      </Field>
      <p className="dim">
        {rows.length === 0
          ? t('console.draft.actor.unused')
          : t('console.draft.actor.used', { rows: rows.join(', ') })}
      </p>
      {asking ? (
        <div className="problem" role="alert">
          <p>{t('console.draft.actor.ask', { title, rows: rows.join(', ') })}</p>
          <p className="row-acts">
            {/* biome-ignore lint/a11y/noAutofocus: the question appears on a click and wants its answer */}
            <button type="button" className="btn" onClick={() => setAsking(false)} autoFocus>
              {t('console.cancel')}
            </button>
            <button type="button" className="btn" onClick={remove}>
              {t('console.draft.actor.remove-all')}
            </button>
          </p>
        </div>
      ) : (
        <p className="row-acts tight">
          <ActButton name="up" title={title} disabled={place === 0} act={() => move(-1)} />
          <ActButton
            name="down"
            title={title}
            disabled={place === document.actors.length - 1}
            act={() => move(1)}
          />
          <ActButton
            name="remove"
            title={title}
            act={() => (rows.length === 0 ? remove() : setAsking(true))}
          />
        </p>
      )}
    </li>
  );
}

function ActButton({
  name,
  title,
  disabled = false,
  act,
}: {
  readonly name: 'up' | 'down' | 'remove';
  readonly title: string;
  readonly disabled?: boolean;
  readonly act: () => void;
}): ReactNode {
  const { t } = useText();
  const word = t(`console.draft.actor.${name}`);
  return (
    <button type="button" className="btn" aria-label={`${word}: ${title}`} disabled={disabled} onClick={act}>
      {word}
    </button>
  );
}

/** Who may act for a column: roles of this system, by their names; folded to those that are chosen. */
function RoleChoice({
  value,
  onChange,
}: {
  readonly value: readonly string[];
  readonly onChange: (roles: string[]) => void;
}): ReactNode {
  const { t } = useText();
  const id = useId();
  const words = useSopWords();
  const { data = [] } = useQuery(rolesQuery);
  const named = [
    { id: 'reporter', name: t('console.draft.role.reporter') },
    { id: 'system', name: t('console.draft.role.system') },
    ...data.filter((role) => role.id !== 'reporter' && role.id !== 'system'),
  ];
  const unknown = value.filter((one) => !named.some((role) => role.id === one));
  const all = [
    ...named,
    ...unknown.map((one) => ({ id: one, name: t('console.draft.unknown-word', { word: one }) })),
  ];
  const chosen = all.filter((role) => value.includes(role.id)).map(({ name }) => name);
  return (
    <details className="role-choice">
      <summary>
        {words.field('roles')}: {chosen.length === 0 ? t('console.draft.roles.none') : chosen.join(', ')}
      </summary>
      <fieldset className="choice">
        <legend className="vh">{words.field('roles')}</legend>
        <div className="opts">
          {all.map((role) => (
            <label className="opt" key={role.id} htmlFor={`${id}-${role.id}`}>
              <input
                id={`${id}-${role.id}`}
                type="checkbox"
                checked={value.includes(role.id)}
                onChange={(event) =>
                  onChange(
                    event.target.checked ? [...value, role.id] : value.filter((one) => one !== role.id),
                  )
                }
              />
              <span>{role.name}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </details>
  );
}
