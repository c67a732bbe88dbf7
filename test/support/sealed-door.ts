import assert from 'node:assert/strict';
import type { ActDone, ActInput, CaseView, SealedAct } from '../../src/features/cases/contract.ts';
import type { SealedList } from '../../src/features/sealed-cases/contract.ts';
import type { TestHouse } from './house.ts';
import type { Officer } from './office.ts';
import { type Answer, codeOf } from './office-door.ts';
import { fieldValue, type Page, readerAtHome, type SentFile } from './office-pages.ts';

/** Somebody who knows of wrongdoing, with a browser without scripts and nothing else. */
export function insiderAtHome(house: TestHouse, address: string) {
  const reader = readerAtHome(house);

  async function sends(fields: Readonly<Record<string, string>>, files: readonly SentFile[] = []) {
    const key = fieldValue((await reader.opens('/wbs', address)).html, 'key');
    return reader.sendsFiles('/wbs?lang=id', { key, ...fields }, files, address);
  }

  return {
    sends,
    /** Sends and keeps the code of the receipt. */
    async reports(institution: string, text: string, files: readonly SentFile[] = []): Promise<string> {
      const receipt = await sends({ institution, text, occurredOn: '', place: '' }, files);
      assert.equal(receipt.status, 200, receipt.words.slice(0, 600));
      return fieldValue(receipt.html, 'code');
    },
    looks: (code: string): Promise<Page> => reader.sends('/wbs/lacak', { code }, address),
    /** Presses one of the buttons of the talk, as the page is then. */
    async says(code: string, form: string, text: string): Promise<Page> {
      const { html } = await reader.sends('/wbs/lacak', { code }, address);
      const seen = fieldValue(html, 'seen');
      return reader.sends(`/wbs/lacak/${form}`, { code, seen, text }, address);
    },
    brings: (code: string, file: SentFile): Promise<Page> =>
      reader.sendsFiles('/wbs/lacak/berkas', { code, seen: '0' }, [file], address),
  };
}

/** An officer at the desk of the sealed door. */
export function inspectorAtWork(officer: Officer) {
  async function tries<N extends SealedAct>(
    id: string,
    noun: N,
    body: ActInput<N>,
  ): Promise<Answer<ActDone>> {
    return officer.ask<ActDone>({ method: 'POST', path: `/sealed-cases/${id}/${noun}`, body });
  }
  return {
    officer,
    tries,
    async does<N extends SealedAct>(id: string, noun: N, body: ActInput<N>): Promise<ActDone> {
      const answer = await tries(id, noun, body);
      assert.equal(answer.status, 200, `${officer.name}, ${noun}: ${answer.text}`);
      return answer.body;
    },
    async isRefused<N extends SealedAct>(id: string, noun: N, body: ActInput<N>): Promise<string | null> {
      return codeOf(await tries(id, noun, body));
    },
    async list(): Promise<SealedList['items']> {
      const answer = await officer.ask<SealedList>({ path: '/sealed-cases' });
      assert.equal(answer.status, 200, answer.text);
      return answer.body.items;
    },
    async sees(id: string): Promise<CaseView> {
      const answer = await officer.ask<CaseView>({ path: `/sealed-cases/${id}` });
      assert.equal(answer.status, 200, `${officer.name} opens ${id}: ${answer.text}`);
      return answer.body;
    },
  };
}
