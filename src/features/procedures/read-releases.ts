import type { Kysely } from 'kysely';
import { makeLibrary, type ProcedureLibrary } from '../../domain/procedures/library.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Schema } from '../../platform/db/schema.ts';
import { contentHash, documentOf, type ProcedureDocument } from './content-hash.ts';

export interface ReleasedProcedure {
  readonly procedure: Procedure;
  /** Of the document as it was released. */
  readonly hash: string;
}

/** Every version that this office has released itself. Only what was checked on release is in the table. */
export async function readReleases(db: Kysely<Schema>): Promise<readonly ReleasedProcedure[]> {
  const rows = await db
    .selectFrom('procedure_versions')
    .select(['procedure_id', 'version', 'document', 'content_hash'])
    .orderBy('procedure_id')
    .orderBy('version')
    .execute();
  return rows.map((row) => ({
    procedure: {
      ...(row.document as ProcedureDocument),
      id: row.procedure_id,
      version: row.version,
    } as Procedure,
    hash: row.content_hash,
  }));
}

/**
 * The shipped versions and, after them, those released here. Refuses, in sentences for whoever runs the installation:
 * a document that is not the one that was released; a version that ships with one text and was released with another.
 */
export function withReleases(
  shipped: ProcedureLibrary,
  releases: readonly ReleasedProcedure[],
): Result<ProcedureLibrary, readonly string[]> {
  const problems = releases.flatMap(({ procedure, hash }) => {
    const { id, version } = procedure;
    const file = shipped.find(id, version);
    if (contentHash(documentOf(procedure)) !== hash) {
      return [
        `Galat: ${id} v${version} di basis data tidak sama dengan naskah saat dirilis. Pulihkan tabel procedure_versions dari cadangan.`,
      ];
    }
    return file === undefined || contentHash(documentOf(file)) === hash
      ? []
      : [
          `Galat: procedures/${id}/v${version}.yaml berbeda dari v${version} yang sudah dirilis di instalasi ini. Perkara berjalan memakai yang dirilis: ganti nomor versi berkas itu, atau buang berkasnya.`,
        ];
  });
  if (problems.length > 0) return err(problems);
  const added = releases
    .map(({ procedure }) => procedure)
    .filter(({ id, version }) => shipped.find(id, version) === undefined);
  return ok(makeLibrary([...shipped.all(), ...added]));
}
