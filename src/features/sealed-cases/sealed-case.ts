import type { CaseState } from '../../domain/cases/case.ts';
import type { Seal } from '../../platform/crypto/keys.ts';
import type { StoredEntry } from '../ledger/index.ts';

/** A file as its case remembers it. Its name is ours: what the sender called it could betray somebody. */
export interface SealedFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly addedAt: string;
  /** Tells the same file again; lies under the seal like the rest. */
  readonly sha256: string;
}

/** Everything that lies under the seal beside the log: the snapshot, the words, the code, who may not see it. */
export interface SealedContent {
  readonly state: CaseState;
  readonly text: string;
  readonly occurredOn: string | null;
  readonly place: string | null;
  /** Formatted; for the receipt of a form that is sent twice. */
  readonly code: string;
  readonly files: readonly SealedFile[];
  /** People of the inspectorate who are named in it: for them it does not exist. */
  readonly kept: readonly string[];
  /** What came by the ordinary door: its facts as its chain there has them. */
  readonly former?: readonly StoredEntry[];
}

/** A case of the sealed door, open in the hands of the program. */
export interface SealedCase extends SealedContent {
  readonly institutionName: string;
  readonly institutionZone: string;
  readonly seal: Seal;
}
