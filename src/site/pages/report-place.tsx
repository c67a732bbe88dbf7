import type { AreaView } from '../../features/organizations/contract.ts';
import type { Reader } from '../parts/reader.ts';
import { type Fault, faultOf } from './report-faults.ts';
import { Choices, describedBy, FaultLine, Part } from './report-part.tsx';
import type { AreaState } from './report-receive.ts';
import type { ReportValues } from './report-values.ts';

interface PlaceProps {
  readonly reader: Reader;
  readonly values: ReportValues;
  readonly area: AreaState;
  readonly faults: readonly Fault[];
}

/** Where it happened, down to the village: by search, or from province to village by lists. */
export function Place({ reader, values, area, faults }: PlaceProps) {
  const { t } = reader;
  const fault = faultOf(faults, 'area', 'areaCode', 'place');
  return (
    <Part
      {...{ reader, no: 3, title: t('report.where.title'), hint: t('report.where.hint') }}
      optional={t('report.optional')}
    >
      <div className={fault === undefined ? 'after' : 'after bad'}>
        <label htmlFor="desa">{t('report.where.label')}</label>
        <FaultLine fault={fault} />
        <div className="row">
          <input
            className="in grow"
            id="desa"
            name="area"
            autoComplete="off"
            defaultValue={values.area}
            {...describedBy('desa', fault, false)}
          />
          <button className="btn quiet" type="submit" name="do" value="area" formNoValidate>
            {t('report.where.search')}
          </button>
        </div>
      </div>
      <input type="hidden" name="areaAsked" value={values.areaAsked} />
      {area.found !== null && (
        <p className="hint" id="desa-n" role="status">
          {area.found.length === 0
            ? t('report.where.found-none', { words: values.area })
            : t('report.where.found', { count: area.found.length, words: values.area })}
        </p>
      )}
      <Results reader={reader} area={area} />
      <Lists reader={reader} area={area} />
    </Part>
  );
}

/** What was found, with the place that is chosen already on top. */
function Results({ reader: { t }, area }: { reader: Reader; area: AreaState }) {
  const found = area.found ?? [];
  const { chosen } = area;
  const known = chosen === null || found.some((one) => one.code === chosen.code);
  const places = known ? found : [chosen, ...found];
  if (places.length === 0) return null;
  const other = found.length > 0;
  return (
    <fieldset className="plain">
      <legend className="vh">{t('report.where.results')}</legend>
      <Choices
        name="areaCode"
        chosen={chosen?.code ?? ''}
        choices={[
          ...places.map((place) => ({ value: place.code, label: place.name, hint: around(place) })),
          {
            value: '',
            label: t(other ? 'report.where.neither' : 'report.where.not-this'),
            ...(other ? { hint: t('report.where.neither.hint') } : {}),
          },
        ]}
      />
    </fieldset>
  );
}

/** The next list below the place that is chosen; the provinces where none is. */
function Lists({ reader: { t }, area }: { reader: Reader; area: AreaState }) {
  const [first] = area.inside;
  if (first === undefined) return null;
  const name = area.chosen?.name ?? '';
  return (
    <details className="after" open={area.chosen !== null && area.found === null}>
      <summary>{t('report.where.list')}</summary>
      <div className="row after">
        <div className="grow">
          <label htmlFor="dalam">{t(`report.where.list.${first.level}`, { name })}</label>
          <select className="in" id="dalam" name="within" defaultValue="">
            <option value="">{t('report.where.list.choose')}</option>
            {area.inside.map((place) => (
              <option key={place.code} value={place.code}>
                {place.name}
              </option>
            ))}
          </select>
        </div>
        <button className="btn quiet" type="submit" name="do" value="within" formNoValidate>
          {t('report.where.list.open')}
        </button>
      </div>
    </details>
  );
}

/** The full name without the place's own: what it lies in. */
function around({ name, fullName }: AreaView): string {
  return fullName.startsWith(`${name}, `) ? fullName.slice(name.length + 2) : fullName;
}
