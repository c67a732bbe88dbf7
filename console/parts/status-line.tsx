import { createContext, type ReactNode, use, useCallback, useMemo, useRef, useState } from 'react';
import { useText } from '../text/text-context.tsx';
import { Icon } from './icon.tsx';

interface Announcer {
  /** Says what was done, in the line at the top of the page; with `focus` the keyboard goes there too. */
  readonly announce: (message: string, options?: { readonly focus?: boolean }) => void;
  readonly clear: () => void;
}

const AnnouncerContext = createContext<Announcer | null>(null);
const MessageContext = createContext<{
  message: string;
  element: (element: HTMLElement | null) => void;
} | null>(null);

/** Keeps the last word on what was done; an act ends here with the focus, so that nobody is left at a gone button. */
export function Announcements({ children }: { readonly children: ReactNode }): ReactNode {
  const [message, setMessage] = useState('');
  const line = useRef<HTMLElement | null>(null);
  const element = useCallback((found: HTMLElement | null) => {
    line.current = found;
  }, []);
  const announcer = useMemo<Announcer>(
    () => ({
      announce(text, options = {}) {
        setMessage(text);
        if (options.focus === true) requestAnimationFrame(() => line.current?.focus());
      },
      clear: () => setMessage(''),
    }),
    [],
  );
  const shown = useMemo(() => ({ message, element }), [message, element]);
  return (
    <AnnouncerContext value={announcer}>
      <MessageContext value={shown}>{children}</MessageContext>
    </AnnouncerContext>
  );
}

export function useAnnouncer(): Announcer {
  const announcer = use(AnnouncerContext);
  if (announcer === null) throw new Error('useAnnouncer needs Announcements above it');
  return announcer;
}

export function StatusLine(): ReactNode {
  const shown = use(MessageContext);
  const { clear } = useAnnouncer();
  const { t } = useText();
  const message = shown?.message ?? '';
  return (
    <div className={message === '' ? 'status vh' : 'status'} role="status" tabIndex={-1} ref={shown?.element}>
      {message === '' ? null : (
        <>
          <Icon name="check" />
          <span>{message}</span>
          <button type="button" className="btn bare" onClick={clear}>
            <Icon name="close" label={t('console.close')} />
          </button>
        </>
      )}
    </div>
  );
}
