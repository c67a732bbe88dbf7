/** Programs of others that report here for people and follow what they reported. */
export { type ApiClient, findClient, issueKey, listClients, revokeKey } from './client-keys.ts';
export {
  type ClientRequest,
  keepRequest,
  listClientRequests,
  lockRequest,
} from './client-requests.ts';
export { type ClientUpdate, findSentUpdate, keepSentUpdate, listUpdates } from './client-updates.ts';
