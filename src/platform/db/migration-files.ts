import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One step of the schema, as it lies in the migrations folder. */
export interface Migration {
  readonly number: number;
  /** The words after the number: `cases` for `0002_cases.sql`. */
  readonly name: string;
  readonly file: string;
  readonly sql: string;
  /** SHA-256 in hex of the text, line ends made alike (a checkout on Windows may change them). */
  readonly checksum: string;
}

export type MigrationRefusedCode =
  | 'bad-file-name'
  | 'duplicate-number'
  | 'gap'
  | 'edited'
  | 'newer-database'
  | 'failed'
  | 'ends-its-transaction';

/** The files and the database do not fit together; the message says which file and what to do. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';
  readonly code: MigrationRefusedCode;

  constructor(code: MigrationRefusedCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/**
 * Reads the migrations in `dir` by number. Numbers follow each other without a gap, the first is 0000 or 0001.
 * Other kinds of files are left alone. Throws `MigrationRefused`: bad-file-name, duplicate-number, gap.
 */
export function readMigrations(dir: string): Migration[] {
  const files = readdirSync(dir).filter((file) => file.endsWith('.sql'));
  const migrations = files.sort().map((file) => readMigration(dir, file));
  migrations.forEach((migration, index) => {
    const previous = migrations[index - 1];
    if (previous === undefined ? migration.number > 1 : migration.number > previous.number + 1) {
      const expected = String((previous?.number ?? 0) + 1).padStart(4, '0');
      throw new MigrationRefused('gap', `Migration ${expected} is missing before ${migration.file}.`);
    }
    if (previous?.number === migration.number) {
      const clash = `Migrations ${previous.file} and ${migration.file} have the same number; renumber the later one.`;
      throw new MigrationRefused('duplicate-number', clash);
    }
  });
  return migrations;
}

function readMigration(dir: string, file: string): Migration {
  const [, number, name] = /^(\d{4})_([a-z0-9_-]+)\.sql$/.exec(file) ?? [];
  if (number === undefined || name === undefined) {
    throw new MigrationRefused('bad-file-name', `Migration ${file} is not named like 0012_what_it_does.sql.`);
  }
  const sql = readFileSync(join(dir, file), 'utf8').replaceAll('\r\n', '\n');
  return {
    number: Number(number),
    name,
    file,
    sql,
    checksum: createHash('sha256').update(sql).digest('hex'),
  };
}
