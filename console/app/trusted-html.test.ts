import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawingHtml } from './trusted-html.ts';

const drawing =
  '<svg viewBox="0 0 9 9"><title>Bagan &lt;script&gt;</title><text x="1">x onclick=1</text></svg>';

test('a drawing passes as it is', () => {
  assert.deepEqual(drawingHtml(drawing), { __html: drawing });
});

for (const bad of [
  '<p>bukan bagan</p>',
  drawing.replace('<text', '<script>alert(1)</script><text'),
  drawing.replace('<text', '<text onload="alert(1)"'),
  drawing.replace('<text', '<foreignObject><b/></foreignObject><text'),
  drawing.replace('<text', '<a href="javascript:alert(1)"><text'),
]) {
  test(`refused: ${bad.slice(0, 60)}`, () => {
    assert.throws(() => drawingHtml(bad), /no drawing of ours/);
  });
}
