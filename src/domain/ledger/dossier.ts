import type { Anchor } from './anchor.ts';
import type { Entry, Hash } from './entry.ts';
import type { Beside } from './tree.ts';

/** Why a case leaves the house; words of a closed list, since they stay in the ledger. */
export const dossierPurposes = ['court', 'ombudsman', 'inspection', 'reporter', 'archive'] as const;
export type DossierPurpose = (typeof dossierPurposes)[number];

/** One entry with all that it takes to compute it anew and to find it under a signed anchor. */
export interface ProvedEntry extends Entry {
  /** The hash of the entry before it in the chain of the institution, whatever case that is of. */
  readonly previous: string;
  readonly hash: string;
  /** Day of the anchor that signs it; null: newer than the last one. */
  readonly anchor: string | null;
  /** From the entry up to the root that the anchor signs. */
  readonly path: readonly Beside[];
}

/** A case as it is handed to somebody outside, who can check it without us. Holds no identity of the reporter. */
export interface Dossier {
  readonly format: 'tuntas-dossier-1';
  readonly case: { readonly id: string; readonly number: string; readonly institution: string };
  readonly purpose: DossierPurpose;
  /** ISO 8601 UTC. */
  readonly exportedAt: string;
  readonly exportedBy: string;
  /** Ed25519, 32 bytes in hex. */
  readonly publicKey: string;
  /** The submission and every event, in their order, none left out. */
  readonly facts: readonly ProvedEntry[];
  /** What else the ledger says about the case: who read a file, who took a dossier. */
  readonly reads: readonly ProvedEntry[];
  readonly files: readonly {
    readonly id: string;
    readonly purpose: string;
    readonly mediaType: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly addedAt: string;
  }[];
  readonly anchors: readonly (Anchor & { readonly signature: string })[];
}

/** The statement that is signed. JSON without blanks, keys in the order of the file. */
export function dossierText(dossier: Dossier, hash: Hash): string {
  return `tuntas-dossier-1\n${hash(JSON.stringify(dossier))}\n`;
}
