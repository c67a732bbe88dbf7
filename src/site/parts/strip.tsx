import type { ReactNode } from 'react';

export interface StripItem {
  readonly title: string;
  /** What is printed above: a date in words, or words where there is no date. */
  readonly when: string;
  /** ISO 8601, for machines; absent where `when` is no date. */
  readonly instant?: string | null;
  readonly note: ReactNode;
}

/** The short line of what will happen, the first item being now; the last ends in the solid square. */
export function Strip({ items }: { items: readonly StripItem[] }) {
  return (
    <ol className="strip" role="list">
      {items.map(({ title, when, instant, note }, index) => (
        <li key={title} className={index === 0 ? 'now' : undefined}>
          {instant == null ? (
            <span className="d">{when}</span>
          ) : (
            <time className="d" dateTime={instant}>
              {when}
            </time>
          )}
          <h3>{title}</h3>
          <p>{note}</p>
        </li>
      ))}
    </ol>
  );
}
