import type { CaseState } from '../../domain/cases/case.ts';
import { nextClock } from '../../domain/cases/queue.ts';
import type { ClientRequest } from '../../features/api-clients/index.ts';
import type { PublicText } from '../../features/publications/index.ts';
import { standingWords } from '../../features/submissions/index.ts';
import type { Speaker } from '../../platform/i18n/index.ts';
import { anyService } from './services.ts';
import type { Content } from './xml.ts';
import { startOfDay, zonedTime } from './zoned-time.ts';

/** Nothing of a place, a picture or an account: it is not told here, or it was never kept. */
const untold = {
  address: null,
  address_id: null,
  zipcode: null,
  lat: null,
  long: null,
  media_url: null,
} as const;

/** What everybody may read, and no moment closer than the public text itself: the month of the arrival, the day of publishing. */
export function presentPublic(text: PublicText, serviceCode: string | undefined, { t }: Speaker): Content {
  return {
    service_request_id: text.id,
    status: 'closed',
    status_notes: text.answer ?? t(`open311.public.${text.closure}`),
    service_name: text.category ?? t('open311.service.any'),
    service_code: serviceCode ?? anyService,
    description: `${text.title}\n\n${text.text}`,
    agency_responsible: text.institution.name,
    service_notice: null,
    requested_datetime: startOfDay(`${text.receivedMonth}-01`, text.zone),
    updated_datetime: startOfDay(text.publishedOn, text.zone),
    expected_datetime: null,
    ...untold,
    address: text.area,
  };
}

/** How it stands with what a client filed: not one word that was written in the case. */
export function presentOwn(request: ClientRequest, speaker: Speaker): Content {
  const { state, institution, institutionZone } = request;
  const unit = state.unit?.name ?? request.frontUnit;
  return {
    service_request_id: request.id,
    status: statusOf(hasEnded(state)),
    status_notes: standingWords(speaker, {
      ...state,
      unit,
      institution: { id: state.institution, name: institution, zone: institutionZone },
    }),
    service_name: request.category ?? speaker.t('open311.service.any'),
    service_code: request.category === null ? anyService : (state.categoryId ?? anyService),
    description: null,
    agency_responsible: unit ?? institution,
    service_notice: null,
    requested_datetime: zonedTime(state.receivedAt, state.zone),
    updated_datetime: zonedTime(request.updatedAt, state.zone),
    expected_datetime: expected(state),
    ...untold,
  };
}

/** Of the two that the standard knows. A merged case goes on with another and is answered by itself. */
export function statusOf(ended: boolean): 'open' | 'closed' {
  return ended ? 'closed' : 'open';
}

function hasEnded({ status }: CaseState): boolean {
  return status === 'closed' || status === 'referred' || status === 'archived';
}

/** When it should be settled: the clock of its class; before there is one, the next deadline. */
function expected(state: CaseState): string | null {
  if (hasEnded(state)) return null;
  const ofClass = state.clocks.find(
    ({ rule, outcome, due }) => rule.startsWith('class-') && outcome === 'running' && due !== null,
  );
  const clock = ofClass ?? nextClock(state);
  return clock?.due == null ? null : zonedTime(clock.due, clock.zone);
}
