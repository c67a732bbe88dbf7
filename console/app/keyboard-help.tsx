import type { ReactNode } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { useText } from '../text/text-context.tsx';
import { readsCases, useHolds } from './session.ts';

const everywhere = ['/', '?'] as const;
const inLists = ['j', 'k', 'Enter', 'a', 'n', 'p', 'f'] as const;
const onCases = ['j', 'k', 'u', 'a', 'b'] as const;

export function KeyboardHelp({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useText();
  // Whoever has no cases has neither lists nor the search.
  const reads = readsCases(useHolds());
  return (
    <Dialog title={t('console.keys.title')} onClose={onClose}>
      <div className="keys-help">
        <KeyTable
          heading={t('console.keys.everywhere')}
          keys={reads ? everywhere : ['?']}
          texts="console.keys.all"
        />
        {reads ? (
          <>
            <KeyTable heading={t('console.keys.list')} keys={inLists} texts="console.keys.list" />
            <KeyTable heading={t('console.keys.case')} keys={onCases} texts="console.keys.case" />
          </>
        ) : null}
      </div>
    </Dialog>
  );
}

function KeyTable({
  heading,
  keys,
  texts,
}: {
  readonly heading: string;
  readonly keys: readonly string[];
  readonly texts: string;
}): ReactNode {
  const { t } = useText();
  return (
    <section>
      <h3>{heading}</h3>
      <dl className="kv tight">
        {keys.map((key) => (
          <div key={key}>
            <dt>
              <kbd>{key.length === 1 ? key.toUpperCase() : key}</kbd>
            </dt>
            <dd>{t(`${texts}.${nameOf(key)}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function nameOf(key: string): string {
  if (key === '/') return 'slash';
  return key === '?' ? 'question' : key.toLowerCase();
}
