import { type Attachment, attachmentLimits } from '../../features/attachments/index.ts';
import type { Reader } from '../parts/reader.ts';
import type { InstitutionChoice } from './report-choices.ts';
import { type Fault, faultOf } from './report-faults.ts';
import { describedBy, OneField } from './report-part.tsx';

interface EvidenceProps {
  readonly reader: Reader;
  /** Kept so far under this form's key. */
  readonly files: readonly Attachment[];
  readonly faults: readonly Fault[];
}

export function Evidence({ reader, files, faults }: EvidenceProps) {
  const { t, bytes } = reader;
  const fault = faultOf(faults, 'attachments');
  return (
    <OneField
      {...{ reader, fault, no: 6, htmlFor: 'file', title: t('report.files.title') }}
      optional={t('report.optional')}
      hint={t('report.files.hint', {
        size: bytes(attachmentLimits.bytes),
        count: attachmentLimits.perCase,
      })}
    >
      <Kept reader={reader} files={files.filter((file) => file.purpose !== 'family-card')} />
      <input type="file" id="file" name="attachments" multiple {...describedBy('file', fault)} />
    </OneField>
  );
}

/** A copy of the family card, where the standard asks for it: never a barrier, never without a name. */
export function FamilyCard(props: EvidenceProps & { readonly askedBy: InstitutionChoice }) {
  const { reader, files, faults, askedBy } = props;
  const { t } = reader;
  const fault = faultOf(faults, 'kk');
  return (
    <OneField
      {...{ reader, fault, no: 9, htmlFor: 'kk', className: 'f-kk', title: t('report.card.title') }}
      optional={t('report.later')}
      hint={t('report.card.hint', { institution: askedBy.name })}
    >
      <Kept reader={reader} files={files.filter((file) => file.purpose === 'family-card')} />
      <input type="file" id="kk" name="kk" accept="image/*,application/pdf" {...describedBy('kk', fault)} />
      <p className="hint">{t('report.card.kept')}</p>
    </OneField>
  );
}

function Kept({ reader: { t, bytes }, files }: { reader: Reader; files: readonly Attachment[] }) {
  if (files.length === 0) return null;
  return (
    <ul className="kept" role="list">
      {files.map((file) => (
        <li key={file.id}>
          <span>
            <b>{file.name}</b> {bytes(file.bytes)}, {t('report.files.kept')}
          </span>{' '}
          <button className="link" type="submit" name="do" value={`drop:${file.id}`} formNoValidate>
            {t('report.files.drop')}
            <span className="vh"> {file.name}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
