import { useBlocker } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { DraftView, ProcedureDocument } from '../../../src/features/procedures/contract.ts';
import { type Problem, send } from '../../api/client.ts';

interface SavedDraft {
  readonly view: DraftView;
  readonly document: ProcedureDocument;
  readonly isSaved: boolean;
  readonly problem: Problem | null;
  readonly change: (document: ProcedureDocument) => void;
  /** What was written here, over what somebody else has saved meanwhile. */
  readonly saveOver: () => Promise<void>;
  /** What somebody else has saved, instead of what was written here. */
  readonly takeTheirs: () => Promise<void>;
}

const pause = 800;

/** A draft that is saved by itself, one change after the other. What was refused stays as it was typed. */
export function useSavedDraft(first: DraftView): SavedDraft {
  const [view, setView] = useState(first);
  const [document, setDocument] = useState(first.document);
  const [saved, setSaved] = useState(first.document);
  const [problem, setProblem] = useState<Problem | null>(null);
  const busy = useRef(false);
  const [turn, setTurn] = useState(0);
  const path = `/procedures/drafts/${first.id}`;
  const isSaved = document === saved;

  const save = async (revision: number): Promise<boolean> => {
    busy.current = true;
    const result = await send<DraftView>('PUT', path, { body: { revision, document } });
    busy.current = false;
    setTurn((last) => last + 1);
    if (!result.ok) {
      setProblem(result.error);
      return false;
    }
    setProblem(null);
    setSaved(document);
    setView(result.value);
    return true;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: `save` is of this very rendering; a finished save is a new turn
  useEffect(() => {
    if (isSaved || problem !== null || busy.current) return;
    const timer = setTimeout(() => void save(view.revision), pause);
    return () => clearTimeout(timer);
  }, [document, isSaved, problem, turn, view.revision]);
  useBlocker({
    shouldBlockFn: async () => !isSaved && (busy.current || !(await save(view.revision))),
    enableBeforeUnload: () => !isSaved,
  });

  const readTheirs = async (): Promise<DraftView | null> => {
    const result = await send<DraftView>('GET', path);
    if (result.ok) return result.value;
    setProblem(result.error);
    return null;
  };
  return {
    view,
    document,
    isSaved,
    problem,
    change: (next) => {
      setDocument(next);
      if (problem?.code !== 'draft-changed') setProblem(null);
    },
    saveOver: async () => {
      const theirs = await readTheirs();
      if (theirs !== null) await save(theirs.revision);
    },
    takeTheirs: async () => {
      const theirs = await readTheirs();
      if (theirs === null) return;
      setView(theirs);
      setDocument(theirs.document);
      setSaved(theirs.document);
      setProblem(null);
    },
  };
}
