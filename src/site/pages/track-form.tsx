import type { ReactNode } from 'react';
import {
  addressOf,
  type FormName,
  faultIn,
  fieldId,
  lastSeen,
  type Tracked,
  typedIn,
} from './track-forms.ts';

/**
 * A form of the tracking page. It carries no token against foreign pages: a page that does not know the code in its
 * address cannot post here. Where an account opened the report, the cookie gives the right, which no other site can
 * use: a browser does not send it along from there, and says where it comes from (`foreign-page.ts`).
 */
export function TrackForm(props: {
  readonly page: Tracked;
  readonly form: FormName;
  readonly files?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const { page, form, files = false, className, children } = props;
  return (
    <form
      className={className}
      action={addressOf(page.view.code, form)}
      method="post"
      encType={files ? 'multipart/form-data' : undefined}
    >
      <input type="hidden" name="seen" value={lastSeen(page.view)} />
      {children}
    </form>
  );
}

interface FieldProps {
  readonly page: Tracked;
  readonly form: FormName;
  readonly field: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly className?: string;
}

export function TextField(props: FieldProps & { readonly rows?: number; readonly optional?: boolean }) {
  const { page, form, field, rows = 4, optional = false } = props;
  const id = fieldId(form, field);
  return (
    <Labelled {...props} optional={optional ? page.reader.t('track.optional') : undefined}>
      <textarea
        className="in"
        id={id}
        name={field}
        rows={rows}
        defaultValue={typedIn(page, form, field)}
        {...describedBy(props)}
      />
    </Labelled>
  );
}

/** One line; `value` stands in it until something else was typed and refused. */
export function LineField(props: FieldProps & { readonly value: string; readonly autoComplete: string }) {
  const { page, form, field, value, autoComplete } = props;
  const id = fieldId(form, field);
  return (
    <Labelled {...props}>
      <input
        className="in"
        id={id}
        name={field}
        autoComplete={autoComplete}
        defaultValue={page.refused?.form === form ? typedIn(page, form, field) : value}
        {...describedBy(props)}
      />
    </Labelled>
  );
}

export function FileField(props: FieldProps & { readonly multiple?: boolean; readonly accept?: string }) {
  const { form, field, multiple = false, accept } = props;
  return (
    <Labelled {...props}>
      <input
        type="file"
        id={fieldId(form, field)}
        name={field}
        multiple={multiple}
        accept={accept}
        {...describedBy(props)}
      />
    </Labelled>
  );
}

function Labelled(
  props: FieldProps & { readonly optional?: string | undefined; readonly children: ReactNode },
) {
  const { page, form, field, label, hint, className = 'field', optional, children } = props;
  const id = fieldId(form, field);
  return (
    <div className={faultIn(page, form, field) === undefined ? className : `${className} bad`}>
      <label htmlFor={id}>{label}</label> {optional !== undefined && <span className="opt">{optional}</span>}
      {hint !== undefined && (
        <p className="hint" id={`${id}-h`}>
          {hint}
        </p>
      )}
      <Fault page={page} form={form} field={field} />
      {children}
    </div>
  );
}

/** Several to choose one from. */
export function Choice(props: {
  readonly page: Tracked;
  readonly form: FormName;
  readonly field: string;
  readonly legend: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const { page, form, field, legend, className = 'field', children } = props;
  const fault = faultIn(page, form, field);
  const id = fieldId(form, field);
  return (
    <fieldset
      id={id}
      className={fault === undefined ? className : `${className} bad`}
      aria-describedby={fault === undefined ? undefined : `${id}-e`}
    >
      <legend>{legend}</legend>
      <Fault page={page} form={form} field={field} />
      {children}
    </fieldset>
  );
}

function Fault({ page, form, field }: Pick<FieldProps, 'page' | 'form' | 'field'>) {
  const fault = faultIn(page, form, field);
  return fault === undefined ? null : (
    <p className="err" id={`${fieldId(form, field)}-e`}>
      {fault}
    </p>
  );
}

function describedBy({ page, form, field, hint }: FieldProps): Record<string, unknown> {
  const id = fieldId(form, field);
  const isWrong = faultIn(page, form, field) !== undefined;
  const ids = [...(hint === undefined ? [] : [`${id}-h`]), ...(isWrong ? [`${id}-e`] : [])];
  return {
    ...(ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') }),
    ...(isWrong ? { 'aria-invalid': true } : {}),
  };
}
