import { type Static, Type } from 'typebox';
import { dataRequestKinds } from '../../domain/cases/case.ts';
import {
  archiveReasons,
  caseKinds,
  inquiryOutcomes,
  relayChannels,
  reportOutcomes,
  secrecyLevels,
} from '../../domain/cases/words.ts';
import { maskReasons, publicParts } from '../../domain/privacy/redaction.ts';
import { nullable, words } from '../../platform/http/schema.ts';

/** What is sent to act on a case: by officers, and by whoever holds the tracking code. Texts are limited, never cut. */

const Text = (maxLength = 20_000) => Type.String({ maxLength });
const Id = Type.String({ format: 'uuid' });

export const Kind = words(caseKinds);
export const Secrecy = words(secrecyLevels);
export const LimitInput = Type.Object({
  amount: Type.Integer({ minimum: 1, maximum: 365 }),
  unit: words(['minute', 'hour', 'workingDay', 'calendarDay']),
});

export const ReportContent = Type.Object({
  findings: Text(),
  actions: Text(),
  evidence: Text(),
  basis: Text(),
  outcome: words(reportOutcomes),
  answer: Text(),
});

const classification = {
  kind: Kind,
  oversight: Type.Boolean(),
  urgent: Type.Boolean(),
  title: Type.String({ minLength: 1, maxLength: 200 }),
  categoryId: nullable(Type.String({ maxLength: 80 })),
  areaCode: nullable(Type.String({ maxLength: 13 })),
};

/** Offsets in UTF-16 code units; `to` is not part of it. */
export const MaskInput = Type.Object({
  from: Type.Integer({ minimum: 0 }),
  to: Type.Integer({ minimum: 1 }),
  reason: words(maskReasons),
});

/** Body of `POST /cases/:id/<noun>`, by noun. Every act may carry the version the officer looked at. */
export const caseActs = {
  verification: Type.Object({ ...classification, note: Text(2000) }),
  classification: Type.Object({ ...classification, reason: Text(2000) }),
  referral: Type.Object({ body: Text(200), reason: Text(4000) }),
  archive: Type.Object({ reason: words(archiveReasons), explanation: Text(4000) }),
  question: Type.Object({ text: Text(4000) }),
  seal: Type.Object({ reason: Text(2000) }),
  merger: Type.Object({ intoNumber: Type.String({ maxLength: 20 }) }),
  'merger-undoing': Type.Object({}),
  disposition: Type.Object({ unitId: Id, copyUnitIds: Type.Array(Id, { maxItems: 20 }), note: Text(4000) }),
  acceptance: Type.Object({}),
  'disposition-return': Type.Object({ reason: Text(2000) }),
  copy: Type.Object({ unitId: Id }),
  assignment: Type.Object({
    parentId: nullable(Id),
    unitId: nullable(Id),
    personId: nullable(Id),
    task: Text(2000),
    limit: LimitInput,
  }),
  'assignment-report': Type.Object({ assignmentId: Id, content: ReportContent }),
  'assignment-return': Type.Object({ assignmentId: Id, reason: Text(2000) }),
  'assignment-hand-over': Type.Object({ assignmentId: Id, personId: Id, reason: Text(2000) }),
  'assignment-cancellation': Type.Object({ assignmentId: Id, reason: Text(2000) }),
  'handling-report': Type.Object({ content: ReportContent }),
  'report-correction': Type.Object({ content: ReportContent, note: Text(2000) }),
  'report-return': Type.Object({ reason: Text(2000), assignmentId: nullable(Id) }),
  'report-approval': Type.Object({ note: Text(2000) }),
  closure: Type.Object({ note: Text(2000) }),
  'closure-return': Type.Object({ reason: Text(2000) }),
  finish: Type.Object({ answer: Text() }),
  answer: Type.Object({ text: Text() }),
  'answer-return': Type.Object({ reason: Text(2000) }),
  release: Type.Object({}),
  research: Type.Object({ findings: Text(), proceed: Type.Boolean() }),
  examination: Type.Object({ findings: Text() }),
  conclusion: Type.Object({ outcome: words(inquiryOutcomes), answer: Text() }),
  message: Type.Object({ text: Text(), substantive: Type.Boolean() }),
  note: Type.Object({ text: Text() }),
  /** What the reporter said later at the counter, by letter or on the telephone. */
  relay: Type.Object({ text: Text(), via: words(relayChannels) }),
  'relay-objection': Type.Object({ reason: Text(4000), via: words(relayChannels) }),
  secrecy: Type.Object({ level: Secrecy, reason: Text(2000) }),
  'legal-hold': Type.Object({ reason: Text(2000) }),
  'hold-lifting': Type.Object({ reason: Text(2000) }),
  'identity-destruction': Type.Object({ reason: Text(2000) }),
  'secrecy-lowering': Type.Object({ level: Secrecy, reason: Text(2000) }),
  'lowering-confirmation': Type.Object({}),
  conflict: Type.Object({ personId: nullable(Id), unitId: nullable(Id), reason: Text(2000) }),
  'conflict-lifting': Type.Object({ conflictId: Id, reason: Text(2000) }),
  'data-answer': Type.Object({
    kind: words(dataRequestKinds),
    outcome: words(['granted', 'refused']),
    words: Text(4000),
  }),
  'restriction-lifting': Type.Object({ reason: Text(2000) }),
  /** A part that is not named is public as it stands. */
  redaction: Type.Object({
    parts: Type.Array(
      Type.Object({ part: words(publicParts), masks: Type.Array(MaskInput, { maxItems: 1000 }) }),
      { maxItems: 3 },
    ),
  }),
  'redaction-return': Type.Object({ reason: Text(2000) }),
  publication: Type.Object({
    redaction: Type.Integer({ minimum: 1, description: 'number of the redaction that was read' }),
  }),
  'take-down': Type.Object({ reason: Text(2000) }),
  reveal: Type.Object({ purpose: words(['answer', 'verify-recipient', 'safety']), reason: Text(500) }),
} as const;
export type OfficerAct = keyof typeof caseActs;
export type ActInput<N extends OfficerAct> = Static<(typeof caseActs)[N]>;

/** The acts of the inspectorate on what came by the sealed door; the first three are no acts of other cases. */
export const sealedActs = [
  'research',
  'examination',
  'conclusion',
  'verification',
  'question',
  'referral',
  'archive',
  'message',
  'note',
  'conflict',
  'conflict-lifting',
] as const satisfies readonly OfficerAct[];
export type SealedAct = (typeof sealedActs)[number];

/** Acts of every other case. */
export const ordinaryActs = (Object.keys(caseActs) as OfficerAct[]).filter(
  (noun) => !(sealedActs.slice(0, 3) as readonly OfficerAct[]).includes(noun),
);

/** Body of `POST /tracking/:code/<noun>`: what the holder of the code may do. */
export const reporterActs = {
  completion: Type.Object({ text: Text() }),
  message: Type.Object({ text: Text() }),
  secrecy: Type.Object({ level: Secrecy }),
  'lowering-consent': Type.Object({ agrees: Type.Boolean() }),
  'publication-objection': Type.Object({ reason: Text(4000) }),
  confirmation: Type.Object({
    score: nullable(Type.Integer({ minimum: 1, maximum: 5 })),
    comment: Text(4000),
  }),
  objection: Type.Object({ reason: Text(4000) }),
  rating: Type.Object({ score: Type.Integer({ minimum: 1, maximum: 5 }), comment: Text(4000) }),
  withdrawal: Type.Object({ reason: Text(4000) }),
  'data-request': Type.Object({ kind: words(dataRequestKinds), reason: Text(4000) }),
  'restriction-lifting': Type.Object({ reason: Text(2000) }),
} as const;
export type ReporterAct = keyof typeof reporterActs;
