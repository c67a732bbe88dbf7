export type { Context, Locale, Office, Reading } from './context.ts';
export { staleProof } from './fresh-proof.ts';
export type { Host } from './host.ts';
export {
  changeOffice,
  lockOffice,
  OfficeOutdated,
  officeRevision,
  requireCurrent,
} from './office-revision.ts';
