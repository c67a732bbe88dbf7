import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useText } from '../text/text-context.tsx';

interface Common {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
  /** Says nothing of being optional: in a filter everything is. */
  readonly unmarked?: boolean;
}

interface TextFieldProps extends Common {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'email' | 'password' | 'datetime-local' | 'number' | 'date' | 'time' | 'tel';
  readonly rows?: number;
  readonly maxLength?: number;
  readonly autoComplete?: string;
  /** The keyboard goes here when the field appears: what one is to do next is clear. */
  readonly begin?: boolean;
  readonly min?: number | string;
  readonly max?: number | string;
}

/** A labelled line, or a box where `rows` is given. Its hint and error belong to it for a screen reader. */
export function TextField(props: TextFieldProps): ReactNode {
  const { label, hint, error, required = false, value, onChange, type = 'text', rows, maxLength } = props;
  const { t } = useText();
  const id = useId();
  const common = {
    id,
    value,
    required,
    'aria-invalid': error !== undefined,
    'aria-describedby': `${id}-about`,
    onChange: (event: { readonly target: { readonly value: string } }) => onChange(event.target.value),
  };
  const field = useRef<HTMLInputElement>(null);
  const { begin = false } = props;
  useEffect(() => {
    if (begin) field.current?.focus();
  }, [begin]);
  const near = maxLength !== undefined && value.length > maxLength * 0.9;
  return (
    <div className="stack">
      <label htmlFor={id}>
        {label}
        {required || props.unmarked ? null : <small> {t('console.optional')}</small>}
      </label>
      {rows === undefined ? (
        <input
          className="field"
          {...common}
          ref={field}
          type={type}
          maxLength={maxLength}
          autoComplete={props.autoComplete ?? 'off'}
          min={props.min}
          max={props.max}
        />
      ) : (
        <textarea {...common} rows={rows} maxLength={maxLength} />
      )}
      <About id={id} hint={hint} error={error} />
      {near ? (
        <p className="hint">{t('console.left-to-write', { count: maxLength - value.length })}</p>
      ) : null}
    </div>
  );
}

interface ChoiceProps<T extends string> extends Common {
  readonly value: T | '';
  readonly options: readonly {
    readonly id: T;
    readonly name: string;
    readonly hint?: string | undefined;
    readonly disabled?: boolean;
  }[];
  readonly onChange: (value: T) => void;
  /** One under the other, for choices that need a line of explanation. */
  readonly stacked?: boolean;
}

/** One of a few, all visible. */
export function ChoiceField<T extends string>(props: ChoiceProps<T>): ReactNode {
  const { label, hint, error, value, options, onChange, stacked = false } = props;
  const id = useId();
  return (
    <fieldset className="choice" aria-describedby={`${id}-about`}>
      <legend>{label}</legend>
      <div className={stacked ? 'opts list-like' : 'opts'}>
        {options.map((option) => (
          <label className="opt" key={option.id}>
            <input
              type="radio"
              name={id}
              value={option.id}
              checked={value === option.id}
              disabled={option.disabled ?? false}
              onChange={() => onChange(option.id)}
            />
            <span>
              {option.name}
              {option.hint === undefined ? null : <small>{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
      <About id={id} hint={hint} error={error} />
    </fieldset>
  );
}

interface SelectProps extends Common {
  readonly value: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (value: string) => void;
  /** What the first, empty line says; without it there is none. */
  readonly empty?: string;
}

/** One of many short words. */
export function SelectField({
  label,
  hint,
  error,
  required = false,
  value,
  options,
  onChange,
  empty,
}: SelectProps): ReactNode {
  const id = useId();
  return (
    <div className="stack">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="field"
        value={value}
        required={required}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-about`}
        onChange={(event) => onChange(event.target.value)}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
      <About id={id} hint={hint} error={error} />
    </div>
  );
}

export function CheckField({
  label,
  hint,
  value,
  onChange,
}: Omit<Common, 'required'> & {
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}): ReactNode {
  const id = useId();
  return (
    <div className="stack">
      <label className="check">
        <input
          type="checkbox"
          checked={value}
          aria-describedby={`${id}-about`}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{label}</span>
      </label>
      <About id={id} hint={hint} error={undefined} />
    </div>
  );
}

function About({
  id,
  hint,
  error,
}: {
  readonly id: string;
  readonly hint?: string | undefined;
  readonly error: string | undefined;
}): ReactNode {
  return (
    <div id={`${id}-about`}>
      {error === undefined ? null : <p className="field-error">{error}</p>}
      {hint === undefined ? null : <p className="hint">{hint}</p>}
    </div>
  );
}
