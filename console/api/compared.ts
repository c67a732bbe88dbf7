import type { ProcedureComparison } from '../../src/domain/procedures/compare.ts';
import type { ComparisonView } from '../../src/features/procedures/contract.ts';

/** A comparison as it comes over the wire: the contract says less of it than the domain that made it. */
export type Compared = Omit<ComparisonView, 'differences'> & { readonly differences: ProcedureComparison };
