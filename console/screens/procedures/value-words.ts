import type { LimitDraft } from '../../../src/domain/procedures/draft.ts';
import { civilDay } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { actorLists } from './edit-actors.ts';
import { useSopWords } from './sop-words.ts';

/** Titles of actors and names of roles by their codes. */
export interface Names {
  readonly actors: ReadonlyMap<string, string>;
  readonly roles: ReadonlyMap<string, string>;
}

/** What stands in a field, as somebody reads it on the form; empty where there is nothing. */
export function useValueWords(names: Names): (field: string, value: unknown) => string {
  const { t, language } = useText();
  const words = useSopWords();
  const listed = (list: readonly unknown[], by: ReadonlyMap<string, string>): string =>
    list.map((one) => by.get(String(one)) ?? String(one)).join(', ');
  const special: Readonly<Record<string, (value: unknown) => string>> = {
    // As typed while it is no whole date yet.
    date: (value) =>
      /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? civilDay(String(value), language) : String(value),
    act: (value) => words.act(String(value)),
    status: (value) => words.status(String(value)),
    limit: (value) => words.limit(value as LimitDraft),
    overallLimit: (value) => words.limit(value as LimitDraft),
    next: (value) => t('console.draft.to-row', { no: String(value) }),
    returnsTo: (value) => t('console.draft.to-row', { no: String(value) }),
    returnsAtMost: (value) => t('console.draft.times', { count: Number(value) }),
    optional: (value) => t(value === true ? 'console.draft.yes' : 'console.draft.no'),
    exits(value) {
      const { ya = '?', tidak = '?' } = value as { readonly ya?: string; readonly tidak?: string };
      return t('console.draft.exits', { yes: ya, no: tidak });
    },
    roles: (value) => listed(value as readonly unknown[], names.roles),
  };
  return (field, value) => {
    if (value === undefined) return '';
    if (value === null) return field === 'next' ? t('console.draft.onward.end.short') : '';
    if ((actorLists as readonly string[]).includes(field))
      return listed(value as readonly unknown[], names.actors);
    const say = special[field];
    if (say !== undefined) return say(value);
    return Array.isArray(value) ? value.join('\n') : String(value);
  };
}
