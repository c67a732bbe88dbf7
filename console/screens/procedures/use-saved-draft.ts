import { useBlocker } from '@tanstack/react-router';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { DraftView } from '../../../src/features/procedures/contract.ts';
import { send } from '../../api/client.ts';
import { useSession } from '../../app/session.ts';
import { type DraftDesk, type DraftState, type DraftTools, type KeptDraft, openDesk } from './draft-desk.ts';

/** How long nothing is typed before it is saved, in ms. */
const pause = 600;

export type SavedDraft = DraftState & Omit<DraftDesk, 'state' | 'subscribe' | 'attach' | 'leave'>;

/** The draft on this screen; what is not saved yet outlives a reload of this browser tab. */
export function useSavedDraft(first: DraftView): SavedDraft {
  const { person } = useSession();
  const [desk] = useState(() =>
    openDesk(first, {
      put: (revision, document) =>
        send<DraftView>('PUT', `/procedures/drafts/${first.id}`, { body: { revision, document } }),
      memory: tabMemory(`tuntas.naskah.${person.id}.${first.id}`),
      later(save) {
        const timer = setTimeout(save, pause);
        return () => clearTimeout(timer);
      },
    }),
  );
  const state = useSyncExternalStore(desk.subscribe, desk.state);
  useEffect(() => desk.attach(), [desk]);
  useEffect(() => {
    const tryAgain = (): void => {
      if (desk.state().problem !== null) desk.retry();
    };
    window.addEventListener('online', tryAgain);
    return () => window.removeEventListener('online', tryAgain);
  }, [desk]);
  useBlocker({
    // The parts of this page are addresses of their own; going from one to the other leaves nothing.
    shouldBlockFn: async ({ current, next }) => current.pathname !== next.pathname && !(await desk.leave()),
    enableBeforeUnload: () => !desk.state().isSaved,
  });
  return { ...state, ...desk };
}

/** By person: on a shared computer nobody finds the words of whoever sat there before. */
function tabMemory(key: string): DraftTools['memory'] {
  return {
    read() {
      const text = sessionStorage.getItem(key);
      if (text === null) return null;
      try {
        return JSON.parse(text) as KeptDraft;
      } catch {
        return null;
      }
    },
    write(kept) {
      try {
        sessionStorage.setItem(key, JSON.stringify(kept));
      } catch {
        // Storage is full: the screen itself still holds the text.
      }
    },
    forget: () => sessionStorage.removeItem(key),
  };
}
