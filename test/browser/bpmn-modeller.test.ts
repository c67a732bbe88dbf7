import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { assertAccessible, assertFits, keepPicture } from './look.ts';
import { browserTests } from './open-browser.ts';
import { openHouse } from './open-house.ts';

const house = await openHouse();
const { withPage } = browserTests(() => house.origin);
const script = import.meta.resolve('bpmn-js/dist/bpmn-modeler.production.min.js');
const modeller = readFileSync(fileURLToPath(script), 'utf8');

/** Evaluated as text: this file is checked without the browser's own names. */
const open = (xml: string): string => `(async () => {
  document.body.innerHTML = '<div id="canvas" style="height: 100vh"></div>';
  const modeler = new BpmnJS({ container: '#canvas' });
  const { warnings } = await modeler.importXML(${JSON.stringify(xml)});
  modeler.get('canvas').zoom('fit-viewport');
  const shown = modeler.get('elementRegistry').filter(({ type }) => type !== 'label').length;
  return { warnings: warnings.map(({ message }) => message), shown };
})()`;

for (const id of ['kemensos/pengelolaan-sp4n-lapor', 'politeknik/pengaduan-online', 'nasional/sp4n']) {
  withPage(`${id} opens in a standard modeller, and nothing is left out`, {}, async (page) => {
    const answer = await page.request.get(`/api/v1/procedures/${id}/versions/1.bpmn`);
    assert.equal(answer.status(), 200);
    await page.goto('about:blank');
    await page.evaluate(modeller);
    const { warnings, shown } = (await page.evaluate(open(await answer.text()))) as {
      warnings: string[];
      shown: number;
    };
    assert.deepEqual(warnings, []);
    // The pool, its lanes, everything in them and every line; the plane itself is counted too.
    const drawn = (await answer.text()).match(/<bpmndi:BPMN(Shape|Edge|Plane) /gu)?.length;
    assert.equal(shown, drawn);
    await keepPicture(page, `bpmn-${id.replaceAll('/', '-')}`);
  });
}

withPage('the page of an SOP hands out the file', { width: 360 }, async (page) => {
  await page.goto('/sop/kemensos/pengelolaan-sp4n-lapor');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Unduh untuk aplikasi pemodelan (BPMN 2.0)' }).click();
  assert.equal((await download).suggestedFilename(), 'kemensos-pengelolaan-sp4n-lapor-v1.bpmn');
  await assertAccessible(page);
  await assertFits(page);
  await keepPicture(page, 'sop-bpmn-360');
});
