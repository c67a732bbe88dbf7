import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { ProcedureDocument } from '../../../src/features/procedures/contract.ts';
import type { SimulationRequest } from '../../../src/features/simulation/contract.ts';
import { type Problem, problemOf } from '../../api/client.ts';
import { simulationQuery, stopSimulation } from '../../api/simulation-query.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useText } from '../../text/text-context.tsx';
import { Counting } from './counting.tsx';
import { ScenarioFields } from './scenario-fields.tsx';
import {
  emptyForm,
  expectedSeconds,
  queueingActors,
  requestOf,
  type SimulationForm,
} from './simulation-form.ts';
import { SimulationResult } from './simulation-result.tsx';
import './simulation.css';

interface PanelProps {
  /** A released version, or a draft as it is saved. */
  readonly procedure: SimulationRequest['procedure'];
  readonly document: ProcedureDocument;
  /** Of a draft: what was counted of an earlier one is not shown for this one. */
  readonly revision?: number;
}

interface Asked {
  readonly form: SimulationForm;
  readonly request: SimulationRequest;
  readonly revision: number;
}

/**
 * Tries an SOP out before anybody is held to it: what is stated, the rest named as assumed. A long count shows how
 * far it is; it may be stopped, and goes on where the page is left.
 */
export function SimulationPanel({ procedure, document, revision = 0 }: PanelProps): ReactNode {
  const { t } = useText();
  const { last, remember } = useAsked(procedure);
  const [form, setForm] = useState(last?.form ?? emptyForm);
  const asked = last?.revision === revision ? last : null;
  const actors = queueingActors(document);
  const { data, error, isFetching, refetch } = useQuery({
    ...simulationQuery(asked?.request ?? { procedure }, revision),
    enabled: asked !== null,
  });
  const problem = error === null || isFetching ? null : problemOf(error);

  const run = (): void => {
    const request = requestOf(procedure, form, actors);
    const isSame = asked !== null && JSON.stringify(asked.request) === JSON.stringify(request);
    remember({ form, request, revision });
    if (isSame && data === undefined) void refetch();
  };
  const stop = (): void => {
    if (asked !== null) stopSimulation(asked.request);
    remember(null);
  };

  return (
    <div className="simulation">
      <p className="note">{t('console.simulation.lede')}</p>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          run();
        }}
      >
        {problem === null ? null : <ProblemNote problem={problem} kept />}
        <ScenarioFields form={form} actors={actors} errors={errorsOf(problem)} onChange={setForm} />
        <p className="row-acts">
          <button type="submit" className="btn primary" disabled={isFetching}>
            {t('console.simulation.run')}
          </button>
        </p>
      </form>
      {isFetching && asked !== null ? (
        <Counting seconds={expectedSeconds(asked.request, document)} onStop={stop} />
      ) : null}
      {data === undefined || isFetching ? null : <SimulationResult result={data} document={document} />}
    </div>
  );
}

/** What was asked here last, for as long as the console is open. */
function useAsked(procedure: SimulationRequest['procedure']) {
  const client = useQueryClient();
  const queryKey = ['simulation-asked', procedure];
  const { data } = useQuery<Asked | null>({
    queryKey,
    queryFn: () => null,
    enabled: false,
    initialData: null,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return { last: data, remember: (asked: Asked | null) => void client.setQueryData(queryKey, asked) };
}

/** By the name of the field, without the part of the request that it stands in. */
function errorsOf(problem: Problem | null): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(problem?.fields ?? {}).map(([name, text]) => [name.replace(/^scenario\./, ''), text]),
  );
}
