import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { byteSize, oneDecimal, wholeNumber } from './numbers.ts';

describe('numbers in words', () => {
  it('writes sizes and figures the way of the language', () => {
    const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
    assert.equal(plain(byteSize(412_300, 'id')), '412 KB');
    assert.equal(plain(byteSize(999_900, 'id')), '1 MB');
    assert.equal(plain(byteSize(1_440_000, 'id')), '1,4 MB');
    assert.equal(plain(byteSize(12, 'en')), '12 B');
    assert.equal(wholeNumber(2307, 'id'), '2.307');
    assert.equal(wholeNumber(2307, 'en'), '2,307');
    assert.equal(oneDecimal(4.26, 'id'), '4,3');
  });
});
