import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { browserName } from './browser-name.ts';

const chrome = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/147.0.0.0 Safari/537.36';
const safari =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1';

describe('the name of a browser', () => {
  it('is short and known to its user, else the words of the program itself', () => {
    assert.equal(browserName(chrome), 'Chrome 147, Windows');
    assert.equal(browserName(`${chrome} Edg/147.0.1.2`), 'Edge 147, Windows');
    assert.equal(browserName(safari), 'Safari 18, iOS');
    assert.equal(browserName('Mozilla/5.0 (Android 15; Mobile) Firefox/140.0'), 'Firefox 140, Android');
    assert.equal(browserName('curl/8.5.0'), 'curl/8.5.0');
  });
});
