import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { ministry } from '../support/office-casts.ts';
import { telephoneEnv, telephoneOf } from '../support/office-telephone.ts';
import { instant } from '../support/office-time.ts';
import { openSmsOperator } from '../support/sms-operator.ts';
import { look, lookInEnglish, openCase, openOffice, settled, sitDown, words } from './console-desk.ts';
import { browserTests } from './open-browser.ts';

/** The desk of a 171 agent, by keyboard alone: what counts is how few keys stand between a voice and a case. */
const operator = await openSmsOperator('telkomsel');
const house = await openOffice(instant('2026-11-24 08:15'), {
  ...telephoneEnv,
  SMS_LINES: operator.address,
});
const office = await ministry(house);
const agent = await office.employ({ name: 'Siska', role: 'call-agent' });
const telephone = telephoneOf(house);
await operator.whenBound();
const { withPage } = browserTests(() => house.origin);

/** Keys pressed besides the caller's own words. */
function keyboardOf(page: Page) {
  let pressed = 0;
  return {
    pressed: () => pressed,
    async press(key: string): Promise<void> {
      pressed += 1;
      await page.keyboard.press(key);
    },
    type: (text: string) => page.keyboard.type(text),
  };
}

withPage(
  'From the ring to the next call in fewer than twenty keys and the caller’s words',
  {},
  async (page) => {
    const before = await office.citizen().files('Kakek saya telantar di Galesong sejak Agustus.', {
      contact: { phone: '0812-0000-4141', reach: 'sms' },
    });
    await house.runJobs();
    await sitDown(page, house, agent, 'telepon');
    await page.getByText('Belum ada telepon yang berdering.').waitFor();
    await look(page, 'telepon-sepi');
    const call = '171-2026-004417';
    await telephone.says({ event: 'ringing', call, caller: '081200004141', agent: agent.email });
    await page.getByRole('button', { name: 'Terima' }).and(page.locator(':focus')).waitFor();
    await look(page, 'telepon-berdering');

    const keys = keyboardOf(page);
    await page.getByRole('button', { name: 'Terima' }).focus();
    await keys.press('Enter');
    await page
      .getByLabel(/^Apa yang terjadi/)
      .and(page.locator(':focus'))
      .waitFor();
    await keys.type('Kakek di rumah sebelah telantar dan sakit sejak kemarin, tidak ada yang memberi makan');
    await page.getByRole('heading', { name: 'Mungkin hal yang sama' }).waitFor();
    await page.getByRole('link', { name: before.number }).waitFor();
    await keys.press('Tab');
    await page.getByText('Di desa dan kabupaten mana ini terjadi?').waitFor();
    await keys.type('Galesong Baru');
    await page
      .getByRole('option', { name: /Galesong Baru/ })
      .first()
      .waitFor();
    await keys.press('ArrowDown');
    await keys.press('Enter');
    // Category, telephone (filled in by the ring), how to answer (SMS), name: passed over; then what cannot wait.
    for (let tabs = 0; tabs < 12; tabs += 1) {
      if (
        (await page
          .getByRole('checkbox', { name: /^Mendesak/ })
          .and(page.locator(':focus'))
          .count()) > 0
      )
        break;
      await keys.press('Tab');
    }
    await keys.press('Space');
    await page.getByText(/Saya bacakan kembali: Kakek di rumah sebelah/).waitFor();
    await page.getByText(/Terjadi di .*Galesong Baru/).waitFor();
    await page.getByText(/nomor berakhiran 4 1 4 1/).waitFor();
    await look(page, 'telepon-isi');
    await lookInEnglish(page, 'telepon-isi');
    await page.getByRole('checkbox', { name: /^Mendesak/ }).focus();
    await keys.press('Control+Enter');
    await page.locator('.code').waitFor();
    assert.match(await words(page.locator('.call .script')), /Mohon catat kode lacaknya: (?:\w ){11}\w/);
    await look(page, 'telepon-kode');
    await page
      .getByRole('heading', { name: /tercatat$/ })
      .and(page.locator(':focus'))
      .waitFor()
      .catch(() => undefined);
    for (let tabs = 0; tabs < 6; tabs += 1) {
      if ((await page.getByRole('radio').and(page.locator(':focus')).count()) > 0) break;
      await keys.press('Tab');
    }
    await keys.press('Enter');
    await page.getByText('Belum ada telepon yang berdering.').waitFor();
    assert.ok(keys.pressed() < 20, `${keys.pressed()} keys besides the words`);

    const [taken] = (await office.controlCentre.list('urgent=true&sort=due')).items;
    assert.ok(taken !== undefined);
    const view = await office.verifier.sees(taken);
    assert.deepEqual(
      view.calls.map(({ sourceId, wrapUp }) => [sourceId, wrapUp]),
      [[call, 'urgent-handed-over']],
    );
    await sitDown(page, house, office.controlCentre, 'mendesak');
    await page.getByRole('row').filter({ hasText: taken.number }).waitFor();
    await look(page, 'mendesak');
    await lookInEnglish(page, 'mendesak');
    await openCase(page, taken);
    await page.getByText('Nomor panggilan 171-2026-004417.').waitFor();
    await look(page, 'perkara-panggilan');
  },
);

withPage(
  'With a silent telephone: by hand, the caller’s cases by the number, kept over a reload',
  {},
  async (page) => {
    await sitDown(page, house, agent, 'telepon');
    await page.getByLabel('Nomor penelepon').fill('0812 0000 4141');
    await page.keyboard.press('Enter');
    await page
      .getByLabel(/^Apa yang terjadi/)
      .and(page.locator(':focus'))
      .waitFor();
    await page.keyboard.type('Bagaimana kabar laporan saya');
    await page.getByRole('button', { name: 'Cari dari nomornya' }).click();
    await page
      .getByText(/Kakek saya telantar/)
      .first()
      .waitFor();
    await look(page, 'telepon-perkara-lama');
    await page.reload();
    await settled(page);
    assert.equal(await page.getByLabel(/^Apa yang terjadi/).inputValue(), 'Bagaimana kabar laporan saya');
    await page.getByText('Kabar perkara disampaikan').click();
    await page.getByRole('button', { name: 'Selesai, siap menerima telepon' }).click();
    await page.getByText('Belum ada telepon yang berdering.').waitFor();
  },
);
