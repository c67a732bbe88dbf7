import { compareProcedures, isSame } from '../../../src/domain/procedures/compare.ts';
import type { Result } from '../../../src/domain/shared/result.ts';
import type { DraftView, ProcedureDocument } from '../../../src/features/procedures/contract.ts';
import type { Problem } from '../../api/client.ts';

/** What a person sees of a draft that is being written and saved by itself. */
export interface DraftState {
  /** As the server knew it last. */
  readonly view: DraftView;
  /** As it stands on the screen. */
  readonly document: ProcedureDocument;
  readonly isSaved: boolean;
  readonly isSending: boolean;
  /** Why the last try was not saved; until one is. */
  readonly problem: Problem | null;
  /** What somebody else has saved meanwhile; until one of the two is chosen. */
  readonly theirs: DraftView | null;
  /** What stood there before the last change that can be taken back, and what that change was. */
  readonly undo: { readonly document: ProcedureDocument; readonly said: string } | null;
}

/** What was typed and is not saved yet; `sent`: what may have reached the server without an answer. */
export interface KeptDraft {
  readonly revision: number;
  readonly document: ProcedureDocument;
  readonly sent: ProcedureDocument | null;
}

export interface DraftTools {
  readonly put: (revision: number, document: ProcedureDocument) => Promise<Result<DraftView, Problem>>;
  readonly memory: {
    read(): KeptDraft | null;
    write(kept: KeptDraft): void;
    forget(): void;
  };
  /** Calls after a pause in the typing; gives what calls it off. */
  readonly later: (save: () => void) => () => void;
}

export interface DraftDesk {
  state(): DraftState;
  subscribe(listener: () => void): () => void;
  /** Begins to save; gives what stops it. */
  attach(): () => void;
  /** `said`: the change can be taken back, and this is what it was. */
  change(document: ProcedureDocument, said?: string): void;
  takeBack(): void;
  /** Tries once more, on the revision that was looked at. */
  retry(): void;
  /** What was written here, over what is shown of the other. */
  saveMine(): void;
  takeTheirs(): void;
  /** The draft after it was released or discarded. */
  renew(view: DraftView): void;
  /** Whether the page may be left: saved, or kept here and known not to be saved. */
  leave(): Promise<boolean>;
}

/**
 * A draft that is saved by itself, one change after the other, each on the revision that was looked at. After a
 * refusal or a broken connection the same is tried again on the same revision, so nobody's words are written over;
 * only where somebody else has saved are two texts there to choose from. An answer that was lost on its way is no
 * such case: what the server holds is then what was sent from here.
 */
export function openDesk(first: DraftView, { put, memory, later }: DraftTools): DraftDesk {
  const kept = first.state === 'open' ? memory.read() : null;
  let sent = kept?.sent ?? null;
  let saved = first.document;
  let state = beginning(first, kept);
  let running: Promise<boolean> | null = null;
  let callOff = (): void => {};
  const listeners = new Set<() => void>();

  const set = (part: Partial<DraftState>): void => {
    state = { ...state, ...part };
    state = { ...state, isSaved: state.document === saved };
    if (state.isSaved) memory.forget();
    else memory.write({ revision: state.view.revision, document: state.document, sent });
    for (const listener of listeners) listener();
  };
  const schedule = (): void => {
    callOff();
    if (state.isSaved || state.theirs !== null || state.view.state !== 'open') return;
    callOff = later(() => void save());
  };
  const accept = (view: DraftView, document: ProcedureDocument): boolean => {
    saved = document;
    sent = null;
    set({ view, problem: null, theirs: null, isSending: false });
    schedule();
    return state.isSaved;
  };
  const attempt = async (): Promise<boolean> => {
    callOff();
    const { document, view } = state;
    const lost = sent;
    sent = document;
    set({ isSending: true });
    const result = await put(view.revision, document);
    if (result.ok) return accept(result.value, document);
    const current = currentOf(result.error);
    if (current === null) {
      set({ problem: result.error, isSending: false });
      return false;
    }
    if (isSameText(current.document, document)) return accept(current, document);
    if (lost !== null && isSameText(current.document, lost)) return accept(current, lost);
    set({ theirs: current, problem: null, isSending: false });
    return false;
  };
  const save = (): Promise<boolean> => {
    running ??= attempt().finally(() => {
      running = null;
    });
    return running;
  };

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    attach() {
      schedule();
      return () => callOff();
    },
    change(document, said) {
      set({ document, undo: said === undefined ? null : { document: state.document, said } });
      schedule();
    },
    takeBack() {
      if (state.undo === null) return;
      set({ document: state.undo.document, undo: null });
      schedule();
    },
    retry: () => void save(),
    saveMine() {
      if (state.theirs === null) return;
      sent = null;
      set({ view: state.theirs, theirs: null });
      void save();
    },
    takeTheirs() {
      const { theirs } = state;
      if (theirs === null) return;
      saved = theirs.document;
      sent = null;
      set({ view: theirs, document: theirs.document, theirs: null, problem: null, undo: null });
    },
    renew(view) {
      saved = view.document;
      set({ view, document: view.document, undo: null });
    },
    async leave() {
      await running;
      if (state.isSaved || state.problem !== null || state.theirs !== null) return true;
      return save();
    },
  };
}

/** What was kept from before a reload goes on where it was; on an older revision, there are two texts. */
function beginning(first: DraftView, kept: KeptDraft | null): DraftState {
  const fresh: DraftState = {
    view: first,
    document: first.document,
    isSaved: true,
    isSending: false,
    problem: null,
    theirs: null,
    undo: null,
  };
  if (kept === null || isSameText(kept.document, first.document)) return fresh;
  const isOwn =
    kept.revision === first.revision || (kept.sent !== null && isSameText(kept.sent, first.document));
  return { ...fresh, document: kept.document, isSaved: false, theirs: isOwn ? null : first };
}

function currentOf({ code, more }: Problem): DraftView | null {
  return code === 'draft-changed' && more.current !== undefined ? (more.current as DraftView) : null;
}

/** Whether nothing is different between two documents, whatever the order of their keys. */
function isSameText(one: ProcedureDocument, other: ProcedureDocument): boolean {
  const named = { id: '', version: 1 };
  return isSame(compareProcedures({ ...one, ...named }, { ...other, ...named }));
}
