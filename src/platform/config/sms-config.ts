import type { LineSettings } from '../smpp/line.ts';
import type { ConfigProblem } from './config-problem.ts';

/**
 * `SMS_LINES`: one address for each operator, parted by blanks:
 * `smpp://system-id:password@host:2775/name?source=1708`, and where the operator asks for it `&window=10&rate=50&type=…`;
 * `smpps://` over TLS.
 */
export function readSmsLines(given: string | null): {
  readonly lines: readonly LineSettings[];
  readonly problems: readonly ConfigProblem[];
} {
  const read = (given ?? '')
    .split(/\s+/)
    .filter((one) => one !== '')
    .map(readLine);
  const lines = read.flatMap((one) => one ?? []);
  const names = new Set(lines.map(({ name }) => name));
  // The address holds a password: the sentence says which it is by its place.
  const faulty = read.flatMap((one, index) => (one === null ? [index + 1] : []));
  const problem =
    faulty.length > 0
      ? `address ${faulty[0]} is not like smpp://system-id:password@host:2775/operator?source=1708.`
      : 'names two operators alike; give each a name of its own after the port.';
  return faulty.length > 0 || names.size < lines.length
    ? { lines: [], problems: [{ variable: 'SMS_LINES', problem }] }
    : { lines, problems: [] };
}

function readLine(address: string): LineSettings | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !['smpp:', 'smpps:'].includes(url.protocol)) return null;
  const { hostname: host, username, password, pathname, searchParams: more, protocol } = url;
  const [name, source] = [pathname.slice(1), more.get('source') ?? ''];
  const [window, perSecond] = [Number(more.get('window') ?? 10), Number(more.get('rate') ?? 50)];
  const positive = [window, perSecond].every((one) => Number.isInteger(one) && one > 0 && one <= 10_000);
  if (!/^[a-z0-9-]{1,30}$/.test(name) || source === '' || username === '' || host === '' || !positive)
    return null;
  const tls = protocol === 'smpps:';
  return {
    name,
    host,
    port: Number(url.port || (tls ? 3550 : 2775)),
    tls,
    systemId: decodeURIComponent(username),
    password: decodeURIComponent(password),
    systemType: more.get('type') ?? '',
    source,
    window,
    perSecond,
  };
}
