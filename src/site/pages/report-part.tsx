import { Fragment, type ReactNode } from 'react';
import type { Reader } from '../parts/reader.ts';
import type { Fault } from './report-faults.ts';

export interface PartProps {
  readonly reader: Reader;
  /** Its place in the form, from 1; the anchor is `p<no>`. */
  readonly no: number;
  readonly title: string;
  /** Said beside the title where the part may be left empty. */
  readonly optional?: string;
  readonly hint: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A group of choices under a numbered heading. */
export function Part({ no, title, optional, hint, className = '', children }: PartProps) {
  return (
    <fieldset id={`p${no}`} className={`part ${className}`.trim()}>
      <legend>
        <h2>
          <Numbered no={no} />
          {title} <Optional words={optional} />
        </h2>
      </legend>
      {hint !== null && <p className="hint">{hint}</p>}
      {children}
    </fieldset>
  );
}

/** One field under a numbered heading that is its label. */
export function OneField(
  props: PartProps & { readonly htmlFor: string; readonly fault?: Fault | undefined },
) {
  const { no, title, optional, hint, className = '', htmlFor, fault, children } = props;
  return (
    <div id={`p${no}`} className={`part ${className}`.trim()}>
      <h2>
        <Numbered no={no} />
        <label htmlFor={htmlFor}>{title}</label> <Optional words={optional} />
      </h2>
      <p className="hint" id={`${htmlFor}-h`}>
        {hint}
      </p>
      <div className={fault === undefined ? undefined : 'bad after'}>
        <FaultLine fault={fault} />
        {children}
      </div>
    </div>
  );
}

/** A field with its label, hint and what is wrong with it. */
export function Field(props: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly fault?: Fault | undefined;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const { id, label, hint, fault, className = 'after', children } = props;
  return (
    <div className={fault === undefined ? className : `${className} bad`}>
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className="hint" id={`${id}-h`}>
          {hint}
        </p>
      )}
      <FaultLine fault={fault} />
      {children}
    </div>
  );
}

export function FaultLine({ fault }: { fault: Fault | undefined }) {
  return fault === undefined ? null : (
    <p className="err" id={`${fault.anchor}-e`}>
      {fault.words}
    </p>
  );
}

/** What a field says about itself to those who do not see it: hint and fault. */
export function describedBy(id: string, fault: Fault | undefined, hasHint = true): Record<string, unknown> {
  const ids = [...(hasHint ? [`${id}-h`] : []), ...(fault === undefined ? [] : [`${fault.anchor}-e`])];
  return {
    ...(ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') }),
    ...(fault === undefined ? {} : { 'aria-invalid': true }),
  };
}

export interface Choice {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: string;
  /** For the style sheet and the islands. */
  readonly data?: Readonly<Record<`data-${string}`, string>>;
  /** What is asked beside it when it is chosen. */
  readonly more?: ReactNode;
}

/** One of several, each with a line that says what it means. */
export function Choices(props: {
  readonly name: string;
  readonly chosen: string;
  readonly choices: readonly Choice[];
}) {
  return (
    <div className="pick">
      {props.choices.map(({ value, label, hint, data, more }) => (
        <Fragment key={value}>
          <label>
            <input
              type="radio"
              name={props.name}
              value={value}
              defaultChecked={value === props.chosen}
              {...data}
            />
            <span>{label}</span>
            {hint !== undefined && <small>{hint}</small>}
          </label>
          {more}
        </Fragment>
      ))}
    </div>
  );
}

function Numbered({ no }: { no: number }) {
  return (
    <span className="num" aria-hidden="true">
      {no}
    </span>
  );
}

function Optional({ words }: { words: string | undefined }) {
  return words === undefined ? null : <span className="opt">{words}</span>;
}
