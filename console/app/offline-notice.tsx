import { type ReactNode, useSyncExternalStore } from 'react';
import { useText } from '../text/text-context.tsx';

/** Says that there is no connection, and that nothing typed is lost. */
export function OfflineNotice(): ReactNode {
  const { t } = useText();
  const online = useSyncExternalStore(listen, () => navigator.onLine);
  return (
    <div role="status" className={online ? 'vh' : 'offline'}>
      {online ? null : t('console.offline')}
    </div>
  );
}

function listen(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}
