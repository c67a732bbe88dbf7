import type { ReactNode } from 'react';

interface RowsProps {
  readonly caption: string;
  /** Headings in the order of the cells; a column of figures stands at its right edge. */
  readonly columns: readonly (string | { readonly name: string; readonly figures: true })[];
  readonly className?: string;
  readonly children: ReactNode;
}

/** A small table. On narrow screens each row becomes an entry of a few lines; the roles keep it a table. */
export function Rows({ caption, columns, className = '', children }: RowsProps): ReactNode {
  return (
    <table className={`rows stack-sm ${className}`} role="table">
      <caption className="vh">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => {
            const name = typeof column === 'string' ? column : column.name;
            return (
              <th
                key={name}
                scope="col"
                role="columnheader"
                className={typeof column === 'string' ? undefined : 'num'}
              >
                {name}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  );
}

export function Row({
  className,
  children,
}: {
  readonly className?: string | undefined;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <tr role="row" className={className}>
      {children}
    </tr>
  );
}

/** What the row is about. */
export function RowHead({
  className,
  children,
}: {
  readonly className?: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <th scope="row" role="rowheader" className={className}>
      {children}
    </th>
  );
}

/** A cell; `name` stands before it where the columns have become lines. */
export function Cell({
  name,
  className,
  columns,
  children,
}: {
  readonly name?: string;
  readonly className?: string | undefined;
  /** How many columns it takes; one. */
  readonly columns?: number;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <td role="cell" data-name={name} className={className} colSpan={columns}>
      {children}
    </td>
  );
}
