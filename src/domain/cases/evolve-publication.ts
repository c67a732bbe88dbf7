import type { CaseState } from './case.ts';
import type { CaseEvent } from './events.ts';
import { personOf } from './person-of.ts';

type PublicationEvent = Extract<
  CaseEvent,
  { type: 'RedactionDrafted' | 'RedactionReturned' | 'CasePublished' | 'PublicationEnded' }
>;

/** What a case remembers of its public text; the text itself is put together from the words and the masks. */
export function evolvePublication(state: CaseState, event: PublicationEvent): Partial<CaseState> {
  const by = personOf(event.actor);
  switch (event.type) {
    case 'RedactionDrafted':
      return {
        redaction: { number: event.seq, parts: event.data.parts, by, at: event.at, returned: null },
      };
    case 'RedactionReturned':
      return {
        redaction: state.redaction == null ? null : { ...state.redaction, returned: event.data.reason },
      };
    case 'CasePublished':
      return { publication: { id: event.data.publication, at: event.at, by } };
    case 'PublicationEnded':
      return {
        publication: null,
        redaction: null,
        ...(event.data.cause === 'reporter' ? { publicationRefused: true } : {}),
      };
  }
}
