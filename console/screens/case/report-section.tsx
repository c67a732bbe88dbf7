import { type ReactNode, useId, useState } from 'react';
import type { CaseView } from '../../../src/features/cases/contract.ts';
import { useNow } from '../../app/use-now.ts';
import { SelectField } from '../../parts/fields.tsx';
import { shortMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { reportTexts } from './acts/report-forms.ts';
import { DiffText } from './diff-text.tsx';

type Version = NonNullable<CaseView['report']>['versions'][number];

/** The handling report as it stands, every correction visible in it, and any two versions side by side. */
export function ReportSection({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useText();
  const heading = useId();
  const versions = view.report?.versions ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const latest = versions.at(-1);
  if (view.report === null || latest === undefined) return null;
  const against =
    chosen === null ? versions.at(-2) : versions.find((version) => String(version.number) === chosen);
  return (
    <section aria-labelledby={heading}>
      <div className="sub">
        <h2 id={heading}>{t('console.report.title')}</h2>
        <span className="dim">{t(`console.report.state.${view.report.state}`)}</span>
      </div>
      <VersionLine version={latest} zone={view.institution.zone} />
      {versions.length > 1 ? (
        <div className="compare">
          <SelectField
            label={t('console.report.compare')}
            value={against === undefined ? '' : String(against.number)}
            onChange={setChosen}
            empty={t('console.report.compare.none')}
            options={versions.slice(0, -1).map((version) => ({
              id: String(version.number),
              name: t('console.report.version', { number: version.number, author: version.author.name }),
            }))}
          />
        </div>
      ) : null}
      <ReportText version={latest} against={against} />
      {latest.note === null || latest.note === '' ? null : (
        <p className="why">
          <b>{t('console.report.correction', { author: latest.author.name })}</b> {latest.note}
        </p>
      )}
      <p className="note">{t('console.report.people')}</p>
    </section>
  );
}

export function ReportText({
  version,
  against,
}: {
  readonly version: Version;
  readonly against?: Version | undefined;
}): ReactNode {
  const { t } = useText();
  const outcome = t(`console.outcome.${version.content.outcome}`);
  const before = against === undefined ? outcome : t(`console.outcome.${against.content.outcome}`);
  return (
    <dl className="report">
      {reportTexts
        .filter((name) => version.content[name] !== '' || (against?.content[name] ?? '') !== '')
        .map((name) => (
          <div key={name}>
            <dt>{t(`console.report.${name}`)}</dt>
            <dd>
              <DiffText
                before={against?.content[name] ?? version.content[name]}
                after={version.content[name]}
              />
            </dd>
          </div>
        ))}
      <div>
        <dt>{t('console.report.outcome')}</dt>
        <dd>
          <DiffText before={before} after={outcome} />
        </dd>
      </div>
    </dl>
  );
}

function VersionLine({ version, zone }: { readonly version: Version; readonly zone: string }): ReactNode {
  const { t, language } = useText();
  const now = useNow();
  return (
    <p className="note">
      {t('console.report.by', {
        number: version.number,
        author: version.author.name,
        moment: shortMoment(version.at, zone, language, now),
      })}
    </p>
  );
}
