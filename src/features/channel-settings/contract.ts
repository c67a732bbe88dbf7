import { type Static, Type } from 'typebox';
import { words } from '../../platform/http/schema.ts';

/** A line or mail server that this installation is set up with. Its secret is never told, only that there is one. */
export const ChannelSetting = Type.Object({
  channel: Type.String(),
  account: Type.String(),
  /** The number or address that we send from. */
  source: Type.String(),
  /** The environment variable in which it is set. */
  variable: Type.String(),
  isEncrypted: Type.Boolean(),
  /** Messages a second, and under way at once; 0: no limit of ours. */
  perSecond: Type.Integer(),
  window: Type.Integer(),
  /** How often and for how many hours a message is tried. */
  attempts: Type.Integer(),
  hours: Type.Integer(),
  mayTest: Type.Boolean(),
});
export type ChannelSetting = Static<typeof ChannelSetting>;

export const LineTest = Type.Object({
  account: Type.String({ maxLength: 40 }),
  to: Type.String({ maxLength: 40 }),
});
export const TestDone = Type.Object({ id: Type.String() });

export const TemplatesQuery = Type.Object({
  channel: Type.String({ maxLength: 20 }),
  language: words(['id', 'en']),
  /** The number of a case of the reader's reach; without it the words are made up. */
  case: Type.Optional(Type.String({ maxLength: 20 })),
});
export type TemplatesQuery = Static<typeof TemplatesQuery>;

const TemplatePreview = Type.Object({
  template: Type.String(),
  subject: Type.String(),
  text: Type.String(),
  /** Whether the case has such an event; else its words are made up. */
  isReal: Type.Boolean(),
});
export const TemplatePreviews = Type.Array(TemplatePreview);
