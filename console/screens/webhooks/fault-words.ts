import { useText } from '../../text/text-context.tsx';

/** What a receiver answered, or why there is no answer; in words. */
export function useFaultWords(): (status: number | null, fault: string | null) => string {
  const { t, knows } = useText();
  return (status, fault) => {
    if (fault !== null) {
      const key = `console.webhooks.fault.${fault}`;
      return knows(key) ? t(key) : fault;
    }
    if (status === null) return t('console.webhooks.untried');
    const isRedirect = status >= 300 && status < 400;
    return t(isRedirect ? 'console.webhooks.redirected' : 'console.webhooks.status', {
      status: String(status),
    });
  };
}
