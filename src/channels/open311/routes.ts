import { discover } from './discovery.ts';
import { fileRequest } from './file-request.ts';
import { getRequest, listRequests } from './read-requests.ts';
import { defineService, listServices } from './services.ts';
import { readToken } from './tokens.ts';
import { listRequestUpdates, takeUpdate } from './updates.ts';
import { type Open311Host, openWays } from './ways.ts';

/** Open311 GeoReport v2, with the extension for updates as FixMyStreet speaks it (docs/how-to/speak-open311.md). */
export function open311Routes(host: Open311Host): void {
  const { open, own, take } = openWays(host);
  open('/discovery', (asked) => discover(asked, host.publicUrl));
  open('/services', listServices);
  open('/services/:code', defineService);
  open('/requests', listRequests);
  open('/requests/:id', getRequest);
  take('/requests', fileRequest);
  own('/tokens/:token', readToken);
  own('/servicerequestupdates', listRequestUpdates);
  take('/servicerequestupdates', takeUpdate);
}
