import { answeringWords, handlingWords, intakeWords, reporterWords } from './office-words.ts';
import { privacyWords } from './privacy-words.ts';
import { roundWords } from './round-words.ts';
import type { InstitutionId, Plot } from './stage.ts';
import { type Book, type Pen, takePen } from './telling.ts';

type Words = Pick<Pen, 'on' | 'sundayBefore' | 'ago'> &
  ReturnType<typeof intakeWords> &
  ReturnType<typeof handlingWords> &
  ReturnType<typeof answeringWords> &
  ReturnType<typeof roundWords> &
  ReturnType<typeof privacyWords> &
  ReturnType<typeof reporterWords>;

type Told = { readonly [K in keyof Words]: (...args: Parameters<Words[K]>) => Tale };

/** One case, told in the words of the office: `tale.on(-12, '09:10').verifies('verifier', …).dispatches(…)`. */
export interface Tale extends Told {
  readonly plot: Plot;
}

/** Begins the story of one case; its scenes go into the book. */
export function tell(book: Book, name: string, institution: InstitutionId = 'kemensos'): Tale {
  const pen = takePen(book, name, institution);
  const office = { ...intakeWords(pen), ...handlingWords(pen), ...answeringWords(pen) };
  const words: Words = {
    on: pen.on,
    sundayBefore: pen.sundayBefore,
    ago: pen.ago,
    ...office,
    ...roundWords(pen, office),
    ...privacyWords(pen),
    ...reporterWords(pen),
  };
  const chained = Object.entries(words).map(([word, say]) => [
    word,
    (...args: never[]) => {
      (say as (...args: never[]) => void)(...args);
      return tale;
    },
  ]);
  const tale: Tale = Object.assign(Object.fromEntries(chained), { plot: pen.plot });
  return tale;
}
