import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { DraftView } from '../../../src/features/procedures/contract.ts';
import { draftQuery } from '../../api/draft-queries.ts';
import { type DraftPart, draftParts } from '../../app/draft-search.ts';
import { useNarrow } from '../../app/use-narrow.ts';
import { useTitle } from '../../app/use-title.ts';
import { Icon } from '../../parts/icon.tsx';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useText } from '../../text/text-context.tsx';
import { SimulationPanel } from '../simulation/simulation-panel.tsx';
import { ActorsEditor } from './actors-editor.tsx';
import { Comparison } from './comparison.tsx';
import { DiscardDialog } from './discard-dialog.tsx';
import { DraftRelease } from './draft-release.tsx';
import { Drawing } from './drawing.tsx';
import { EndNote } from './end-notes.tsx';
import { Findings } from './findings.tsx';
import { HeadForm } from './head-form.tsx';
import { focusPlace, GoToContext, type Path } from './places.tsx';
import { SavedLine, SaveProblem, TwoTexts, UndoNote } from './save-notes.tsx';
import { StepsEditor } from './steps-editor.tsx';
import { type SavedDraft, useSavedDraft } from './use-saved-draft.ts';
import './draft.css';

/** A draft of an SOP: its table to write, and beside it what the linter says and how the form draws it. */
export function DraftPage(): ReactNode {
  const { t } = useText();
  const { id } = useParams({ from: '/sop/naskah/$id' });
  const { data, error, refetch } = useQuery(draftQuery(id));
  useTitle(data?.title ?? t('console.drafts.title'));
  if (data === undefined) {
    return error === null ? (
      <Skeleton lines={12} />
    ) : (
      <PageProblem error={error} retry={() => void refetch()} whole />
    );
  }
  return <Draft key={data.id} first={data} />;
}

function Draft({ first }: { readonly first: DraftView }): ReactNode {
  const { bagian = 'langkah' } = useSearch({ from: '/sop/naskah/$id' });
  const saved = useSavedDraft(first);
  const { open, goTo } = usePlaces(first.id, bagian);
  const { view, document, theirs } = saved;
  const part = partsOf(view).find((one) => one === bagian) ?? 'langkah';
  return (
    <GoToContext value={goTo}>
      <div className="page draft">
        <DraftHead saved={saved} />
        <EndNote view={view} />
        <SaveProblem {...saved} />
        {theirs === null ? (
          <>
            <PartLinks view={view} current={part} />
            <UndoNote {...saved} />
            <Part part={part} saved={saved} open={open} />
          </>
        ) : (
          <TwoTexts
            theirs={theirs}
            document={document}
            saveMine={saved.saveMine}
            takeTheirs={saved.takeTheirs}
          />
        )}
      </div>
    </GoToContext>
  );
}

/** Which row is open, and the way from a finding to its field: its part of the page, its row, then the keyboard. */
function usePlaces(id: string, part: DraftPart) {
  const navigate = useNavigate();
  const [open, setOpen] = useState<number | null>(null);
  const [wanted, setWanted] = useState<Path | null>(null);
  const goTo = useMemo(
    () =>
      (path: Path): void => {
        const [first, place] = path;
        if (first === 'steps') setOpen(path.length > 2 ? Number(place) : null);
        setWanted(path);
        void navigate({
          to: '/sop/naskah/$id',
          params: { id },
          search: { bagian: partOf(String(first)) },
          resetScroll: false,
          replace: true,
        });
      },
    [navigate, id],
  );
  // After every drawing of the page: the place may have to be opened first.
  useEffect(() => {
    if (wanted === null || part !== partOf(String(wanted[0]))) return;
    if (focusPlace(wanted)) setWanted(null);
  }, [wanted, part]);
  return { open, goTo };
}

/** A draft that is over is only read. */
function partsOf({ state }: DraftView): readonly DraftPart[] {
  return state === 'open' ? draftParts : ['langkah', 'bagan'];
}

function partOf(first: string): DraftPart {
  if (first === 'steps') return 'langkah';
  return first === 'actors' ? 'pelaksana' : 'identitas';
}

function DraftHead({ saved }: { readonly saved: SavedDraft }): ReactNode {
  const { t } = useText();
  const [discarding, setDiscarding] = useState(false);
  const { view, document } = saved;
  return (
    <div className="head">
      <p className="crumb">
        <Link to="/sop" className="link">
          <Icon name="back" />
          {t('console.procedures.title')}
        </Link>
      </p>
      <h1>{document.title === '' ? view.procedureId : document.title}</h1>
      <p className="facts">
        {t(view.latestVersion === null ? 'console.draft.facts.first' : 'console.draft.facts', {
          institution: document.institution,
          version: view.releasedVersion ?? (view.latestVersion ?? 0) + 1,
        })}
      </p>
      <div className="end draft-acts">
        {view.state === 'open' ? <SavedLine {...saved} /> : null}
        <a className="btn" href={`/api/v1/procedures/drafts/${view.id}.yaml`} download>
          {t('console.draft.yaml')}
        </a>
        {view.state === 'open' ? (
          <button type="button" className="btn" onClick={() => setDiscarding(true)}>
            {t('console.draft.discard')}
          </button>
        ) : null}
      </div>
      <p className="reason">{t('console.draft.reason', { reason: view.reason })}</p>
      {discarding ? (
        <DiscardDialog
          view={view}
          onClose={() => setDiscarding(false)}
          onDone={(next) => {
            setDiscarding(false);
            saved.renew(next);
          }}
        />
      ) : null}
    </div>
  );
}

function PartLinks({ view, current }: { readonly view: DraftView; readonly current: DraftPart }): ReactNode {
  const { t } = useText();
  const line = useRef<HTMLElement>(null);
  // On a narrow screen the line of parts is pushed sideways to the one that is open.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when another part is opened
  useEffect(() => {
    line.current
      ?.querySelector('[aria-current="page"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [current]);
  return (
    <nav className="parts" aria-label={t('console.draft.parts')} ref={line}>
      {partsOf(view).map((part) => (
        <Link
          key={part}
          to="/sop/naskah/$id"
          params={{ id: view.id }}
          search={{ bagian: part }}
          resetScroll={false}
          {...(part === current ? { 'aria-current': 'page' as const } : {})}
        >
          {t(`console.draft.part.${part}`)}
          {part === 'temuan' && view.findings.length > 0 ? <small> {view.findings.length}</small> : null}
        </Link>
      ))}
    </nav>
  );
}

function Part({
  part,
  saved,
  open,
}: {
  readonly part: DraftPart;
  readonly saved: SavedDraft;
  readonly open: number | null;
}): ReactNode {
  const { t } = useText();
  const narrow = useNarrow();
  const { view, document, change } = saved;
  const isOpenDraft = view.state === 'open';
  const isWritten = part === 'langkah' || part === 'identitas' || part === 'pelaksana';
  const shown = {
    langkah: (
      <StepsEditor
        document={document}
        findings={isOpenDraft ? view.findings : []}
        open={open}
        isOpenDraft={isOpenDraft}
        change={change}
      />
    ),
    identitas: <HeadForm document={document} change={change} />,
    pelaksana: <ActorsEditor document={document} change={change} />,
    bagan: <Drawing view={view} />,
    temuan: <Findings findings={view.findings} />,
    banding: <Comparison view={view} />,
    simulasi: (
      <SimulationPanel procedure={{ draft: view.id }} document={view.document} revision={view.revision} />
    ),
    rilis: <DraftRelease view={view} isSaved={saved.isSaved} onReleased={saved.renew} />,
  }[part];
  return (
    <div className={isWritten && isOpenDraft && !narrow ? 'draft-columns' : ''}>
      <section className="pad draft-part" aria-labelledby="h-part">
        <h2 id="h-part" className="vh">
          {t(`console.draft.part.${part}`)}
        </h2>
        {shown}
      </section>
      {isWritten && isOpenDraft && !narrow ? (
        <aside className="beside">
          <section aria-labelledby="h-beside-drawing">
            <h2 id="h-beside-drawing">{t('console.draft.part.bagan')}</h2>
            <Drawing view={view} small />
          </section>
          <section aria-labelledby="h-beside-findings">
            <h2 id="h-beside-findings">{t('console.draft.part.temuan')}</h2>
            <Findings findings={view.findings} />
          </section>
        </aside>
      ) : null}
    </div>
  );
}
