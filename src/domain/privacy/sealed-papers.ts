/**
 * Papers that tell who reports: they lie encrypted like the reporter, and open only while the identity is opened. The
 * letter is the reporter's own, with name and signature.
 */
export const sealedPurposes = ['family-card', 'identity-document', 'power-of-attorney', 'letter'] as const;
export type SealedPurpose = (typeof sealedPurposes)[number];

/** What stands for the name of the file, which may tell as much as the file. */
export const sealedNames: Readonly<Record<SealedPurpose, string>> = {
  'family-card': 'kartu-keluarga',
  'identity-document': 'kartu-identitas',
  'power-of-attorney': 'surat-kuasa',
  letter: 'surat-asli',
};

export function isSealedPurpose(purpose: string): purpose is SealedPurpose {
  return sealedPurposes.some((one) => one === purpose);
}
