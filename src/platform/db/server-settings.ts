import { totalmem } from 'node:os';

/** Where the server listens: a Unix socket in a private folder, or one port of the loopback address. */
export type Listen =
  | { readonly kind: 'socket'; readonly directory: string }
  | { readonly kind: 'loopback'; readonly port: number };

/** The port that names the socket's file; nothing listens on it over the network. */
export const socketPort = 5432;

/**
 * The whole `postgresql.conf` of a private server, written anew at each start so that a new release brings its
 * settings along. `ALTER SYSTEM` still overrides it. `durable: false` is for throw-away data only: a power cut
 * may then lose everything.
 */
export function serverConfiguration(listen: Listen, durable: boolean): string {
  const settings = {
    ...listening(listen),
    ...memory(usableMemory()),
    ...durability(durable),
    ...fixed,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`);
  return [
    '# Written by Tuntas at each start; put changes of your own in with ALTER SYSTEM.',
    ...lines,
    '',
  ].join('\n');
}

function listening(listen: Listen): Record<string, string> {
  return listen.kind === 'socket'
    ? { listen_addresses: '', unix_socket_directories: listen.directory, port: String(socketPort) }
    : { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(listen.port) };
}

function memory(bytes: number): Record<string, string> {
  const megabytes = bytes / 2 ** 20;
  const shared = Math.round(Math.min(1024, Math.max(128, megabytes / 8)));
  return {
    shared_buffers: `${shared}MB`,
    effective_cache_size: `${Math.round(Math.max(256, megabytes / 2))}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    max_connections: '100',
  };
}

// In a container the limit counts, not the machine.
function usableMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

function durability(durable: boolean): Record<string, string> {
  const value = durable ? 'on' : 'off';
  return { fsync: value, synchronous_commit: value, full_page_writes: value };
}

const fixed = {
  // The packaged OpenSSL is old and unpatched; nothing leaves this machine, so it is not used at all.
  ssl: 'off',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  datestyle: 'ISO, MDY',
  max_wal_size: '1GB',
  wal_compression: 'on',
  random_page_cost: '1.1',
  jit: 'off',
  // Statements and details of errors carry what citizens wrote; a log file is no place for that.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_line_prefix: '%m [%p] ',
} as const;
