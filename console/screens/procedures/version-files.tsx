import type { ReactNode } from 'react';
import { useText } from '../../text/text-context.tsx';

/** The version as files to take away: to sign, to draw on with, to edit elsewhere. */
export function VersionFiles({ id, version }: { readonly id: string; readonly version: number }): ReactNode {
  const { t } = useText();
  const [, name = ''] = id.split('/');
  const files = [
    ['pdf', `/sop/${id}/bagan.pdf?versi=${version}`],
    ['svg', `/sop/${id}/bagan.svg?versi=${version}`],
    ['bpmn', `/api/v1/procedures/${id}/versions/${version}.bpmn`],
    ['yaml', `/api/v1/procedures/${id}/versions/${version}.yaml`],
  ] as const;
  return (
    <p className="whole version-files">
      {t('console.version.files')}{' '}
      {files.map(([kind, address]) => (
        <a key={kind} className="link" href={address} download={`${name}-v${version}.${kind}`}>
          {t(`console.version.file.${kind}`)}
        </a>
      ))}
    </p>
  );
}
