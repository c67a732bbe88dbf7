import { type ReactNode, useState } from 'react';
import type { CallView } from '../../../src/features/calls/contract.ts';
import type { SubmissionDone } from '../../../src/features/submissions/contract.ts';
import { useNow } from '../../app/use-now.ts';
import { readerZone } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { wallOf } from '../../text/wall-clock.ts';
import { useEntry } from '../entry/use-entry.ts';
import { CallForm } from './call-form.tsx';
import { CallerCases } from './caller-cases.tsx';
import { ReadOut } from './read-back.tsx';
import { SameMatter } from './same-matter.tsx';
import { WrapUpForm } from './wrap-up.tsx';

/** What was taken down in the call at hand, with the code; in no storage, and not lost by a click on a link beside it. */
let unread: { readonly call: string; readonly done: SubmissionDone } | null = null;

/** One call: what is said on the left, what is known beside it on the right, and at the end what came of it. */
export function CurrentCall({
  call,
  sendsSms,
}: {
  readonly call: CallView;
  readonly sendsSms: boolean;
}): ReactNode {
  const kept = useEntry(`call.${call.id}`, {
    channel: 'phone',
    receivedAt: wallOf(new Date(call.beganAt), readerZone()),
    phone: call.caller ?? '',
    reach: call.caller === null || !sendsSms ? '' : 'sms',
  });
  const [done, setDone] = useState<SubmissionDone | null>(() =>
    unread?.call === call.id ? unread.done : null,
  );
  const { entry } = kept;
  return (
    <div className="call">
      <div className="pad">
        <CallFacts call={call} />
        {done === null ? (
          <CallForm
            call={call}
            kept={kept}
            sendsSms={sendsSms}
            onDone={(taken) => {
              unread = { call: call.id, done: taken };
              setDone(taken);
            }}
          />
        ) : (
          <ReadOut done={done} bySms={sendsSms && entry.reach === 'sms'} urgent={entry.urgent} />
        )}
        <WrapUpForm
          call={call}
          taken={done === null ? null : entry.urgent ? 'urgent-handed-over' : 'report-taken'}
          onDone={() => {
            unread = null;
            kept.forget();
          }}
        />
      </div>
      <aside className="pad beside">
        <CallerCases call={call} phone={entry.phone} />
        {done === null ? <SameMatter text={entry.text} /> : null}
      </aside>
    </div>
  );
}

function CallFacts({ call }: { readonly call: CallView }): ReactNode {
  const { t } = useText();
  const now = useNow();
  const from = Date.parse(call.answeredAt ?? call.beganAt);
  const minutes = Math.max(
    0,
    Math.floor(((call.endedAt === null ? now : Date.parse(call.endedAt)) - from) / 60_000),
  );
  return (
    <p className="call-facts">
      <b>{call.caller ?? t('console.calls.withheld')}</b>
      <span className="dim">
        {t(`console.calls.lasts.${call.state === 'ended' ? 'ended' : 'on'}`, { minutes })}
        {call.sourceId === null ? null : `. ${t('console.calls.id', { id: call.sourceId })}`}
      </span>
    </p>
  );
}
