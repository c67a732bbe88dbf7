import { type DestinationStream, type Logger, pino } from 'pino';

export type Log = Logger;

/** Never in a log: words, names, addresses, codes, cookies. Requests are logged by route, not by address. */
const secretPaths = [
  'req.headers',
  'req.url',
  'req.body',
  'text',
  'title',
  'name',
  'email',
  'phone',
  'contact',
  'code',
  'trackingCode',
  'password',
  'token',
  'cookie',
  '*.text',
  '*.name',
  '*.email',
  '*.phone',
  '*.password',
  '*.trackingCode',
  '*.cookie',
  '*.authorization',
];

/** JSON lines, on standard output where no other place is named. */
export function openLog(level: string, place: DestinationStream = pino.destination(1)): Log {
  return pino(
    {
      level,
      redact: { paths: secretPaths, censor: '[redacted]' },
      // An error of the database driver can quote the row that broke a rule; only its kind and place are kept.
      serializers: { err: errorWithoutData },
    },
    place,
  );
}

function errorWithoutData(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, table, constraint } = error as Error & { code?: string; table?: string; constraint?: string };
  const fromDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  return {
    type: error.name,
    code,
    table,
    constraint,
    message: fromDatabase ? `database error ${code}` : error.message,
    stack: fromDatabase ? undefined : error.stack,
  };
}
