import type { CaseState, Inquiry } from './case.ts';
import type { CaseEvent } from './events.ts';
import { idsOf, personOf } from './person-of.ts';

const noInquiry: Inquiry = { research: null, examination: null, outcome: null, inquirers: [] };

/** A new research begins a new round: what was examined before is told by the log. */
export function evolveInquiry(
  { inquiry = noInquiry }: CaseState,
  event: Extract<CaseEvent, { type: 'CaseResearched' | 'CaseExamined' | 'OutcomeDecided' }>,
): Inquiry {
  if (event.type === 'OutcomeDecided') return { ...inquiry, outcome: event.data.outcome };
  const { at, actor } = event;
  const author = personOf(actor);
  const inquirers = [...new Set([...inquiry.inquirers, ...idsOf(author)])];
  if (event.type === 'CaseExamined')
    return { ...inquiry, examination: { author, at, findings: event.data.findings }, inquirers };
  return { ...noInquiry, research: { author, at, ...event.data }, inquirers };
}
