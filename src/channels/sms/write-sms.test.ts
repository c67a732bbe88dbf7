import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fitSms, writeSms } from './write-sms.ts';

const words = fc.string({ unit: fc.constantFrom(...'ab Z9{€é🙏ع…“'), maxLength: 700 });

test('what is sent in parts is what was written, and no part is longer than the operators carry', () => {
  fc.assert(
    fc.property(words, (text) => {
      const { coding, parts } = writeSms(text);
      assert.equal(parts.join(''), parts.join('').replaceAll(/[‘’“”–—…]/g, ''), 'plain marks');
      assert.equal(letters(parts.join('')), letters(text));
      const [single, each] = coding === 'gsm' ? [160, 153] : [70, 67];
      for (const part of parts) {
        const places =
          coding === 'gsm'
            ? [...part].reduce((sum, one) => sum + ('^{}\\[~]|€'.includes(one) ? 2 : 1), 0)
            : part.length;
        assert.ok(places <= (parts.length === 1 ? single : each), `${places} places`);
      }
    }),
    { numRuns: 300 },
  );
});

test('160 characters are one SMS, 161 are two; one other letter makes it 70', () => {
  assert.equal(writeSms('a'.repeat(160)).parts.length, 1);
  assert.equal(writeSms('a'.repeat(161)).parts.length, 2);
  assert.equal(writeSms(`${'a'.repeat(158)}€`).parts.length, 1);
  assert.equal(writeSms(`${'a'.repeat(159)}€`).parts.length, 2);
  assert.equal(writeSms(`${'a'.repeat(69)}ع`).parts.length, 1);
  assert.equal(writeSms(`${'a'.repeat(70)}ع`).parts.length, 2);
});

test('no letter of two halves is torn between two parts', () => {
  const { parts } = writeSms('🙏'.repeat(60));
  for (const part of parts) assert.match(part, /^(?:🙏)+$/u);
});

test('a long answer is cut where it has to be, and what stands around it stays', () => {
  fc.assert(
    fc.property(words, (answer) => {
      const sms = fitSms(answer, (some) => `Jawaban: ${some} Kabarnya: STATUS 7KQM-4XRT-9DWP`);
      assert.ok(writeSms(sms).parts.length <= 2);
      assert.match(sms, /^Jawaban: [\s\S]* Kabarnya: STATUS 7KQM-4XRT-9DWP$/);
    }),
    { numRuns: 200 },
  );
});

function letters(text: string): string {
  return text.replaceAll(/[‘’“”"'–—…\u00a0·. -]/g, '');
}
