export { anchorChains } from './anchor-chains.ts';
export { chainCommitted } from './chain-committed.ts';
export { sayFault } from './faults.ts';
export { proveCase } from './prove-case.ts';
export { announceFacts, type NewEntry, record } from './record.ts';
export { recordEmptied } from './record-emptied.ts';
export { listAnchors, type SignedAnchor } from './store.ts';
export { type LedgerVerified, verifyLedger } from './verify-ledger.ts';
