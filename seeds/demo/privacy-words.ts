import type { DataRequestKind } from '../../src/domain/cases/case.ts';
import type { SecrecyLevel } from '../../src/domain/cases/words.ts';
import { joinMasks, masksOfWords } from '../../src/domain/privacy/redaction.ts';
import type { ActInput } from '../../src/features/cases/contract.ts';
import { getRedaction } from '../../src/features/cases/index.ts';
import type { Stage } from './stage.ts';
import type { Pen } from './telling.ts';

/** Who may know what of a case: its secrecy, whom it is about, and what becomes of what is known about the reporter. */
export function privacyWords(pen: Pen) {
  return {
    opensUp: (who: string, level: SecrecyLevel, reason: string): void =>
      pen.officer(who, 'secrecy-lowering', { level, reason }),
    agreesToOpenUp: (): void => pen.reporter('lowering-consent', { agrees: true }),
    confirmsOpening: (who: string): void => pen.officer(who, 'lowering-confirmation', {}),

    keepsOut: (who: string, named: { person?: string; unit?: string }, reason: string): void =>
      pen.officer(who, 'conflict', (stage) => ({
        personId: named.person === undefined ? null : stage.person(named.person).id,
        unitId: named.unit === undefined ? null : stage.unitId(named.unit),
        reason,
      })),
    letsIn: (who: string, person: string, reason: string): void =>
      pen.officer(who, 'conflict-lifting', async (stage) => ({
        conflictId: await conflictOf(stage, pen, person),
        reason,
      })),

    /** With the masks that are proposed, and these words masked as well. */
    preparesPublicText: (who: string, ...words: readonly string[]): void =>
      pen.officer(who, 'redaction', (stage) => masked(stage, pen, who, words)),
    publishes: (who: string): void =>
      pen.officer(who, 'publication', async (stage) => ({
        redaction: (await stage.state(pen.plot)).redaction?.number ?? 0,
      })),
    sendsPublicTextBack: (who: string, reason: string): void =>
      pen.officer(who, 'redaction-return', { reason }),
    objectsToPublicText: (reason = ''): void => pen.reporter('publication-objection', { reason }),
    takesDown: (who: string, reason: string): void => pen.officer(who, 'take-down', { reason }),

    asksAboutData: (kind: DataRequestKind, reason: string): void =>
      pen.reporter('data-request', { kind, reason }),
    answersAboutData: (
      who: string,
      kind: DataRequestKind,
      outcome: 'granted' | 'refused',
      words: string,
    ): void => pen.officer(who, 'data-answer', { kind, outcome, words }),
    liftsRestriction: (): void => pen.reporter('restriction-lifting', { reason: '' }),
    holdsIdentity: (who: string, reason: string): void => pen.officer(who, 'legal-hold', { reason }),
    liftsHold: (who: string, reason: string): void => pen.officer(who, 'hold-lifting', { reason }),
    destroysIdentity: (who: string, reason: string): void =>
      pen.officer(who, 'identity-destruction', { reason }),
  };
}

async function masked(
  stage: Stage,
  pen: Pen,
  who: string,
  said: readonly string[],
): Promise<ActInput<'redaction'>> {
  const found = await getRedaction(stage.as(stage.person(who)), pen.plot.caseId);
  if (!found.ok) throw new Error(`${pen.plot.name}: no public text to prepare`);
  return {
    parts: found.value.parts.map(({ part, words, masks }) => {
      const more = said.flatMap((one) => masksOfWords(words, one, 'name'));
      return { part, masks: joinMasks(words, [...masks, ...more]).map((mask) => ({ ...mask })) };
    }),
  };
}

async function conflictOf(stage: Stage, pen: Pen, key: string): Promise<string> {
  const { id } = stage.person(key);
  const { conflicts = [] } = await stage.state(pen.plot);
  return conflicts.find(({ person }) => person?.id === id)?.id ?? '';
}
