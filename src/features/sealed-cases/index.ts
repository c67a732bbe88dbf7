/** The sealed door (WBS): what comes by it, who may know of it, and the talk with whoever brought it. */
export { actAsInspector } from './act-as-inspector.ts';
export { mostSealedFiles } from './file-content.ts';
export { handOver } from './hand-over.ts';
export {
  anchorSealed,
  listSealedAnchors,
  type SealedVerified,
  verifySealedLedger,
} from './ledger/index.ts';
export { tellOneOfInspectorate } from './notices.ts';
export { listOpenDoors, type OpenDoor } from './open-doors.ts';
export { passSealedTime } from './pass-time.ts';
export { listForInspectorate } from './read-sealed.ts';
export { type ReportDone, receiveReport } from './receive-report.ts';
export { recountSealed } from './recount.ts';
export { sealedCasesRoutes } from './routes.ts';
export { actByCode, addFileByCode, getTalk, type TalkAct, type TalkView } from './talk-by-code.ts';
