/** Where a chain stood on a day. Hashes in hex. */
export interface Anchor {
  readonly chain: string;
  /** `YYYY-MM-DD`, the day in Jakarta. */
  readonly date: string;
  /** ISO 8601 UTC, to the microsecond. */
  readonly at: string;
  readonly seq: number;
  readonly hash: string;
  /** Of the tree over the entries since the anchor before. */
  readonly root: string;
  /** Hash of the statement of the anchor before; `genesis` for the first. */
  readonly previous: string;
}

/** The statement that is signed, exactly; whoever was handed it can check it without us. */
export function anchorText({ chain, date, at, seq, hash, root, previous }: Anchor): string {
  return `tuntas-anchor-1\n${[chain, date, at, seq, hash, root, previous].join('\n')}\n`;
}
