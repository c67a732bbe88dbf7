/**
 * Why there is no usable database. The codes are stable: health checks, HTTP answers (503) and the
 * start-up screen hang on them. The message is one sentence for the person who runs the server; it never
 * holds a password or a connection string.
 */
export const databaseUnavailableCodes = [
  'unsupported-platform',
  'no-server-user',
  'already-running',
  'folder-unusable',
  'version-mismatch',
  'start-failed',
  'unreachable',
  'shutting-down',
  'too-many-connections',
  'disk-full',
  'out-of-memory',
  'read-only',
  'credentials-refused',
  'too-old',
  'wrong-encoding',
] as const;
export type DatabaseUnavailableCode = (typeof databaseUnavailableCodes)[number];

export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
  readonly code: DatabaseUnavailableCode;

  constructor(code: DatabaseUnavailableCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/**
 * Tells whether an error of the driver means "the database cannot serve now" rather than "the statement is
 * wrong". Returns null for the latter: those are bugs and must surface as such. After a lost connection
 * during COMMIT the outcome is unknown; the caller must not repeat a write that is not idempotent.
 */
export function asDatabaseUnavailable(error: unknown): DatabaseUnavailable | null {
  if (error instanceof DatabaseUnavailable) return error;
  if (error instanceof AggregateError) return firstUnavailable(error.errors);
  if (!(error instanceof Error)) return null;
  const code = codeOf(error) ?? codeOfMessage(error.message);
  return code === null ? null : new DatabaseUnavailable(code, sentences[code] ?? error.message, error);
}

// A host name with several addresses fails with one error for each of them.
function firstUnavailable(errors: readonly unknown[]): DatabaseUnavailable | null {
  for (const error of errors) {
    const found = asDatabaseUnavailable(error);
    if (found !== null) return found;
  }
  return null;
}

function codeOf(error: Error): DatabaseUnavailableCode | null {
  const { code } = error as { code?: unknown };
  if (typeof code !== 'string') return null;
  return byCode[code] ?? (/^08...$/.test(code) ? 'unreachable' : null);
}

// The driver reports these without any code.
function codeOfMessage(message: string): DatabaseUnavailableCode | null {
  const lost =
    /^Connection terminated|^timeout exceeded when trying to connect|^timeout expired$|connection error and is not queryable|^Client was closed/;
  return lost.test(message) ? 'unreachable' : null;
}

/** SQLSTATE (PostgreSQL, appendix A) and system codes of a broken connection. */
const byCode: Readonly<Record<string, DatabaseUnavailableCode>> = {
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  ENOENT: 'unreachable',
  EPIPE: 'unreachable',
  ETIMEDOUT: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
  '57P01': 'shutting-down',
  '57P02': 'shutting-down',
  '57P03': 'shutting-down',
  '53100': 'disk-full',
  '53200': 'out-of-memory',
  '53300': 'too-many-connections',
  '58030': 'unreachable',
  '25006': 'read-only',
  '28000': 'credentials-refused',
  '28P01': 'credentials-refused',
  '3D000': 'credentials-refused',
};

const sentences: Partial<Readonly<Record<DatabaseUnavailableCode, string>>> = {
  unreachable: 'The database cannot be reached.',
  'shutting-down': 'The database is starting up or shutting down.',
  'disk-full': 'The disk of the database is full.',
  'out-of-memory': 'The database server has run out of memory.',
  'too-many-connections': 'The database accepts no more connections.',
  'read-only': 'The database server only reads at the moment (a standby, or a switch-over in progress).',
  'credentials-refused': 'The database refuses the user, the password or the database name of DATABASE_URL.',
};
