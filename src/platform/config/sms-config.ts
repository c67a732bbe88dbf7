import type { GatewaySettings } from '../kannel/gateway.ts';
import type { LineSettings } from '../smpp/line.ts';
import type { ConfigProblem } from './config-problem.ts';

/** A line to an operator: a session of our own, or a gateway (Kannel) that keeps one for us. */
export type SmsLineSettings =
  | ({ readonly kind: 'smpp' } & LineSettings)
  | ({ readonly kind: 'kannel' } & GatewaySettings);

/**
 * `SMS_LINES`: one address for each operator, parted by blanks:
 * `smpp://system-id:password@host:2775/name?source=1708`, and where the operator asks for it `&window=10&rate=50&type=…`;
 * `smpps://` over TLS. `kannel://user:password@host:13013/name?source=1708&secret=…` goes by a gateway's HTTP interface,
 * `kannels://` by https; it comes to us with the secret, at `here` where that is not our public address.
 */
export function readSmsLines(
  given: string | null,
  publicUrl: string,
): {
  readonly lines: readonly SmsLineSettings[];
  readonly problems: readonly ConfigProblem[];
} {
  const read = (given ?? '')
    .split(/\s+/)
    .filter((one) => one !== '')
    .map((one) => readLine(one, publicUrl));
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

function readLine(address: string, publicUrl: string): SmsLineSettings | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null) return null;
  const name = url.pathname.slice(1);
  const source = url.searchParams.get('source') ?? '';
  if (!/^[a-z0-9-]{1,30}$/.test(name) || source === '' || url.username === '' || url.hostname === '')
    return null;
  if (['smpp:', 'smpps:'].includes(url.protocol)) return readSession(url, name, source);
  return ['kannel:', 'kannels:'].includes(url.protocol) ? readGateway(url, name, source, publicUrl) : null;
}

function readSession(url: URL, name: string, source: string): SmsLineSettings | null {
  const { hostname: host, searchParams: more, protocol } = url;
  const [window, perSecond] = [Number(more.get('window') ?? 10), Number(more.get('rate') ?? 50)];
  const positive = [window, perSecond].every((one) => Number.isInteger(one) && one > 0 && one <= 10_000);
  if (!positive) return null;
  const tls = protocol === 'smpps:';
  return {
    kind: 'smpp',
    name,
    host,
    port: Number(url.port || (tls ? 3550 : 2775)),
    tls,
    systemId: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    systemType: more.get('type') ?? '',
    source,
    window,
    perSecond,
  };
}

function readGateway(url: URL, name: string, source: string, publicUrl: string): SmsLineSettings | null {
  const secret = url.searchParams.get('secret') ?? '';
  const here = url.searchParams.get('here') ?? publicUrl;
  // What anybody could guess would let anybody write in anybody's name.
  if (secret.length < 16 || !URL.canParse(here)) return null;
  const scheme = url.protocol === 'kannels:' ? 'https' : 'http';
  return {
    kind: 'kannel',
    name,
    address: `${scheme}://${url.hostname}:${url.port || '13013'}/cgi-bin/sendsms`,
    username: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    source,
    secret,
    here: here.replace(/\/$/, ''),
  };
}
