import type { ColumnType, GeneratedAlways } from 'kysely';

/** What is public of cases; the pages and the API that everybody reads select from here alone. */
export interface PublicationTables {
  publications: {
    id: string;
    institution_id: string;
    kind: string;
    category: ColumnType<Readonly<Record<string, string>> | null, string | null, never>;
    area: string | null;
    /** The first of the month. */
    received_month: string;
    days: number | null;
    closure_kind: string;
    rating: number | null;
    title: string;
    text: string;
    answer: string | null;
    published_on: string;
    words: GeneratedAlways<string>;
  };
}
