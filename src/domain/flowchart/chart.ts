import type { StepDraft } from '../procedures/draft.ts';

/**
 * What a flowchart says before anything has its place: the columns, the symbols of each row, and what leads
 * where. PermenPANRB 35/2012 knows five symbols: capsule, box, diamond, arrow, and the pentagon between pages.
 */
export interface Chart {
  /** In the order of their first appearance; who closes stands last. */
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly ChartRow[];
  readonly links: readonly ChartLink[];
}

export interface ChartColumn {
  readonly id: string;
  readonly title: string;
}

export interface ChartRow {
  readonly step: StepDraft;
  readonly symbols: readonly ChartSymbol[];
}

export type SymbolKind = 'capsule' | 'box' | 'diamond' | 'pentagon';

/** Why a symbol stands in its row: who does it, who does it with them, who gets a copy, is assigned, is written to. */
export type SymbolPart = 'main' | 'joined' | 'copy' | 'assigned' | 'written-to';

export interface ChartSymbol {
  readonly row: number;
  readonly column: number;
  readonly kind: SymbolKind;
  readonly part: SymbolPart;
}

/**
 * `flow`, `ya`, `tidak` are the way of a case; `assign` and `write-back` order work; `copy` only informs;
 * `join` is a line without a head: together, or either of them.
 */
export type LinkKind = 'flow' | 'ya' | 'tidak' | 'assign' | 'write-back' | 'copy' | 'join';

export interface ChartLink {
  readonly kind: LinkKind;
  readonly from: ChartSymbol;
  readonly to: ChartSymbol;
}
