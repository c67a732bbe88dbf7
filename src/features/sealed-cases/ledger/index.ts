export { anchorSealed } from './anchor-sealed.ts';
export { enterCase, enterSealed } from './enter.ts';
export { listSealedAnchors, type SealedVerified, verifySealedLedger } from './verify-sealed-ledger.ts';
