import { type ReactNode, useState } from 'react';
import type { ComplianceQuery } from '../../../src/features/compliance/contract.ts';
import { queryString } from '../../api/client.ts';
import { saveFile } from '../../parts/save-file.ts';
import { useText } from '../../text/text-context.tsx';

/** The figures as they stand on the page, in the language of the page. */
export function CsvButton({ query }: { readonly query: ComplianceQuery }): ReactNode {
  const { t, language } = useText();
  const [failed, setFailed] = useState(false);

  async function download(): Promise<void> {
    setFailed(false);
    const address = `/api/v1/statistics/compliance.csv${queryString(query)}`;
    const response = await fetch(address, { headers: { 'Accept-Language': language } }).catch(() => null);
    if (response?.ok !== true) {
      setFailed(true);
      return;
    }
    saveFile(await response.blob(), `${query.procedure.replaceAll('/', '-')}.csv`);
  }

  return (
    <>
      <button type="button" className="btn" onClick={() => void download()}>
        {t('console.compliance.csv')}
      </button>
      <span role="status" className="late">
        {failed ? ` ${t('console.compliance.csv.failed')}` : ''}
      </span>
    </>
  );
}
