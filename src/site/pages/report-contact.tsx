import { faultOf } from './report-faults.ts';
import type { ReportPartProps } from './report-matter.tsx';
import { Choices, describedBy, Field, Part } from './report-part.tsx';
import { choosableSecrecy, keepChoices, ways } from './report-values.ts';

/** How answers reach the reporter, or that nothing about them is kept. */
export function Contact(props: ReportPartProps & { readonly signedIn: boolean }) {
  const { reader, values, offered, faults, signedIn } = props;
  const { t } = reader;
  const fault = {
    phone: faultOf(faults, 'phone'),
    email: faultOf(faults, 'email'),
    name: faultOf(faults, 'name'),
  };
  return (
    <Part
      {...{ reader, no: 7, className: 'via', title: t('report.contact.title') }}
      hint={t('report.contact.hint')}
      optional={t('report.optional')}
    >
      {signedIn && (
        <p className="after">
          <button className="btn quiet" type="submit" name="do" value="contact">
            {t('account.keep.contact')}
          </button>
        </p>
      )}
      <Choices
        name="via"
        chosen={values.via}
        choices={ways.map((way) => ({
          value: way,
          label: t(`report.contact.${way}`),
          ...(way === 'email' && offered.sendsMail ? { hint: t('report.contact.email.hint') } : {}),
          ...(way === 'none' ? { hint: t('report.contact.none.hint') } : {}),
        }))}
      />
      <Field id="hp" label={t('report.contact.phone')} fault={fault.phone} className="after f-phone">
        <input
          className="in"
          id="hp"
          name="phone"
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          defaultValue={values.phone}
          {...describedBy('hp', fault.phone, false)}
        />
      </Field>
      <Field id="surel" label={t('report.contact.mail')} fault={fault.email} className="after f-mail">
        <input
          className="in"
          id="surel"
          name="email"
          type="text"
          inputMode="email"
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={values.email}
          {...describedBy('surel', fault.email, false)}
        />
      </Field>
      <Field
        id="nama"
        label={t('report.contact.name')}
        hint={t('report.contact.name.hint')}
        fault={fault.name}
        className="after f-name"
      >
        <input
          className="in"
          id="nama"
          name="name"
          autoComplete="name"
          defaultValue={values.name}
          {...describedBy('nama', fault.name)}
        />
      </Field>
      {signedIn && <Keep {...{ reader, values }} />}
    </Part>
  );
}

/** Whether it goes into the account, said before it is sent. */
function Keep({ reader: { t }, values }: Pick<ReportPartProps, 'reader' | 'values'>) {
  return (
    <fieldset className="keep">
      <legend>{t('account.keep.legend')}</legend>
      <Choices
        name="keep"
        chosen={values.keep}
        choices={keepChoices.map((choice) => ({
          value: choice,
          label: t(`account.keep.${choice}`),
          ...(choice === 'auto' ? {} : { hint: t(`account.keep.${choice}.hint`) }),
        }))}
      />
    </fieldset>
  );
}

export function Secrecy({ reader, values }: ReportPartProps) {
  const { t } = reader;
  return (
    <Part {...{ reader, no: 8, title: t('report.secrecy.title'), hint: t('report.secrecy.hint') }}>
      <Choices
        name="secrecy"
        chosen={values.secrecy}
        choices={choosableSecrecy.map((level) => ({
          value: level,
          label: (
            <>
              {t(`report.secrecy.${level}.name`)}
              {level === 'L2' && <span className="opt"> ({t('report.secrecy.recommended')})</span>}
            </>
          ),
          hint: t(`report.secrecy.${level}.hint`),
        }))}
      />
    </Part>
  );
}
