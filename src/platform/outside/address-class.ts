import { BlockList, isIP } from 'node:net';

/**
 * Whether an address (IPv4 or IPv6, as text) is one of the open internet, and nothing else: not this machine, not a
 * network of the house or of its provider, not a group of machines, not another address in disguise. What the IANA
 * keeps for a purpose of its own (RFC 6890 and its registries) is refused, and so is whatever was not given out yet.
 */
export function isOutside(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !notOutside4.check(address, 'ipv4');
  // A zone ("%eth0") belongs to addresses of one wire only.
  if (family !== 6 || address.includes('%')) return false;
  return givenOut6.check(address, 'ipv6') && !notOutside6.check(address, 'ipv6');
}

const notOutside4 = ranges('ipv4', [
  '0.0.0.0/8', // this network; 0.0.0.0 reaches this very machine
  '10.0.0.0/8',
  '100.64.0.0/10', // carrier-grade NAT, and the metadata of one cloud
  '127.0.0.0/8',
  '168.63.129.16/32', // a cloud's own services, at an address that looks public
  '169.254.0.0/16', // link-local, and the metadata of most clouds
  '172.16.0.0/12',
  '192.0.0.0/24', // protocols of the IETF, and the metadata of one cloud
  '192.0.2.0/24',
  '192.88.99.0/24', // 6to4 relays
  '192.168.0.0/16',
  '198.18.0.0/15', // measuring of devices
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // never given out, and broadcast
]);

/** The only part of IPv6 from which public addresses are given; inside, local, mapped and NAT64 ones lie elsewhere. */
const givenOut6 = ranges('ipv6', ['2000::/3']);

const notOutside6 = ranges('ipv6', [
  '2001::/23', // protocols of the IETF: Teredo, ORCHID, benchmarking
  '2001:db8::/32',
  '2002::/16', // 6to4: any IPv4 address in disguise
  '3fff::/20',
]);

function ranges(family: 'ipv4' | 'ipv6', nets: readonly string[]): BlockList {
  const list = new BlockList();
  for (const net of nets) {
    const [base = '', bits] = net.split('/');
    list.addSubnet(base, Number(bits), family);
  }
  return list;
}
