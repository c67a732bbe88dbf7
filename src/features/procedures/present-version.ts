import type { Procedure } from '../../domain/procedures/procedure.ts';
import { contentHash, documentOf } from './content-hash.ts';
import type { ProcedureDocument, VersionListItem, VersionView } from './contract.ts';
import { presentProcedure } from './present.ts';
import type { ReleaseRecord } from './release-records.ts';

interface Shown {
  /** The version that new cases take. */
  readonly latest: number;
  /** Whether the reader may know who wrote and who released it. */
  readonly names: boolean;
}

export function presentVersion(
  procedure: Procedure,
  record: ReleaseRecord | undefined,
  shown: Shown,
): VersionView {
  return {
    ...presentVersionItem(procedure, record, shown),
    procedure: presentProcedure(procedure),
    document: documentOf(procedure) as ProcedureDocument,
  };
}

export function presentVersionItem(
  procedure: Procedure,
  record: ReleaseRecord | undefined,
  { latest, names }: Shown,
): VersionListItem {
  return {
    version: procedure.version,
    title: procedure.title,
    decree: { ...procedure.decree },
    source: record === undefined ? 'shipped' : 'released',
    takesNewCases: procedure.version === latest,
    contentHash: record?.contentHash ?? contentHash(documentOf(procedure)),
    supersedes: record?.supersedes ?? (procedure.version === 1 ? null : procedure.version - 1),
    legalBasis: [...procedure.legalBasis],
    effectiveNote: record?.effectiveNote ?? '',
    releasedAt: record?.releasedAt ?? null,
    releasedBy: names ? (record?.releasedBy ?? null) : null,
    draftedBy: names ? [...(record?.draftedBy ?? [])] : [],
  };
}
