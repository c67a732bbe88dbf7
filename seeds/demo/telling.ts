import { reporterActor } from '../../src/domain/access/actor.ts';
import type { ChannelId } from '../../src/domain/cases/words.ts';
import { ok } from '../../src/domain/shared/result.ts';
import { keepFile } from '../../src/features/attachments/index.ts';
import type { ActInput, OfficerAct, ReporterAct } from '../../src/features/cases/contract.ts';
import { actAsOfficer } from '../../src/features/cases/index.ts';
import type { SubmissionInput } from '../../src/features/submissions/contract.ts';
import { actAsReporter, addReporterFile, receiveSubmission } from '../../src/features/submissions/index.ts';
import type { Sketch } from './files.ts';
import type { Moments } from './moments.ts';
import type { InstitutionId, Plot, Scene, Stage } from './stage.ts';

/** Every story writes its scenes into the one book; they are then played in the order of their moments. */
export interface Book {
  readonly moments: Moments;
  readonly scenes: Scene[];
}

/** A submission as a story gives it: the category by its Indonesian name. */
export interface Arrival
  extends Omit<SubmissionInput, 'institution' | 'category' | 'channel' | 'receivedAt'> {
  readonly category?: string;
}

/** How it came in. Whatever is not the web was entered by an officer, a letter with its true day of arrival. */
export interface Door {
  readonly channel: ChannelId;
  readonly by?: string;
  readonly arrivedOn?: readonly [day: number, time: string];
}

/** The pen of one story: a moment that moves on, and who did what at it. */
export interface Pen {
  readonly plot: Plot;
  on(day: number, time: string, zone?: string): void;
  sundayBefore(day: number, time: string, zone?: string): void;
  ago(minutes: number): void;
  arrives(arrival: Arrival, door?: Door): void;
  officer<N extends OfficerAct>(who: string, noun: N, input: Given<ActInput<N>>): void;
  reporter(noun: ReporterAct, input: object): void;
  encloses(file: Sketch, purpose?: 'evidence' | 'family-card'): void;
  files(who: string, file: Sketch): void;
  assigns(who: string, label: string, input: Given<ActInput<'assignment'>>): void;
}

/** An input, or how to get it once the story is there. */
export type Given<T> = T | ((stage: Stage) => T | Promise<T>);

/** Acts that follow each other without a time of their own stand less than a minute apart (B3). */
const betweenActs = 50_000;

/**
 * Begins a story. Its moments must not go back; that is a fault of the story and throws. What an evening or a
 * minute would put later than now happens now, so that a story which is right is right at any hour.
 */
export function takePen(book: Book, name: string, institution: InstitutionId): Pen {
  const plot: Plot = { name, institution, caseId: '', trackingCode: '', assignments: new Map() };
  const { now } = book.moments;
  let told = '';
  let next = '';

  function moveTo(instant: string): void {
    if (instant < told) throw new RangeError(`${name}: ${instant} comes before what was told already`);
    next = instant;
  }

  function scene(what: string, by: string | null, play: Scene['play']): void {
    if (next === '') throw new RangeError(`${name}: no moment was named`);
    told = earlier(next, now);
    next = new Date(Date.parse(told) + betweenActs).toISOString();
    book.scenes.push({ at: told, plot, what, by, play });
  }

  return {
    plot,
    on: (day, time, zone) => moveTo(book.moments.on(day, time, zone)),
    sundayBefore: (day, time, zone) => moveTo(book.moments.onSundayBefore(day, time, zone)),
    ago: (minutes) => moveTo(later(book.moments.ago(minutes), told)),

    arrives(arrival, door = { channel: 'web' }) {
      const { channel, by, arrivedOn } = door;
      const receivedAt =
        arrivedOn === undefined
          ? {}
          : {
              receivedAt: book.moments.on(...arrivedOn),
              enteredLate: 'Surat diterima bagian umum, lalu diteruskan ke loket.',
            };
      scene(`arrives by ${channel}`, by ?? null, async (stage) => {
        const { category, ...rest } = arrival;
        const input = {
          ...rest,
          ...receivedAt,
          channel,
          institution: institution as string,
          ...(category === undefined ? {} : { category: stage.categoryId(category) }),
        };
        const ctx = stage.as(by === undefined ? reporterActor : stage.person(by));
        const done = await receiveSubmission(ctx, input, { channel });
        if (!done.ok) return done;
        plot.trackingCode = done.value.trackingCode;
        plot.caseId = await caseIdOf(ctx, done.value.receipt.number);
        return done;
      });
    },

    officer(who, noun, input) {
      scene(`${who}: ${noun}`, who, async (stage) =>
        actAsOfficer(stage.as(stage.person(who)), plot.caseId, noun, await settle(input, stage)),
      );
    },

    reporter(noun, input) {
      scene(`reporter: ${noun}`, null, (stage) =>
        actAsReporter(stage.as(reporterActor), plot.trackingCode, noun, input),
      );
    },

    encloses(file, purpose = 'evidence') {
      scene('reporter encloses a file', null, async (stage) =>
        addReporterFile(stage.as(reporterActor), plot.trackingCode, await file(), purpose),
      );
    },

    files(who, file) {
      scene(`${who} encloses a file`, who, async (stage) => {
        const owner = { caseId: plot.caseId };
        return keepFile(stage.as(stage.person(who)), await file(), 'report', owner);
      });
    },

    assigns(who, label, input) {
      scene(`${who}: assignment`, who, async (stage) => {
        const ctx = stage.as(stage.person(who));
        const done = await actAsOfficer(ctx, plot.caseId, 'assignment', await settle(input, stage));
        if (!done.ok) return done;
        plot.assignments.set(label, (await stage.state(plot)).assignments.at(-1)?.id ?? '');
        return ok(null);
      });
    },
  };
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

async function caseIdOf(ctx: ReturnType<Stage['as']>, number: string): Promise<string> {
  const row = await ctx.tx.selectFrom('cases').select('id').where('number', '=', number).executeTakeFirst();
  return row?.id ?? '';
}

async function settle<T>(given: Given<T>, stage: Stage): Promise<T> {
  return typeof given === 'function' ? (given as (stage: Stage) => T | Promise<T>)(stage) : given;
}
