import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CaseView } from '../../../../src/features/cases/contract.ts';
import { actForms, arrangeActs } from './acts.ts';
import { missing } from './field.ts';

const view = {
  title: 'Beras berkutu',
  kind: 'aspiration',
  oversight: false,
  urgent: false,
  categoryId: null,
  areaCode: null,
  area: null,
  assignments: [],
  report: null,
  copies: [],
  unit: null,
  answer: null,
  secrecy: 'L2',
} as unknown as CaseView;

describe('acts of a case', () => {
  it('puts the act of the step first and offers nothing that the server did not name', () => {
    const step = { id: '8', no: '8', act: 'review' };
    assert.deepEqual(
      arrangeActs({
        acts: ['note', 'report-return', 'report-approval', 'breach', 'reveal', 'report-correction'],
        step,
      }),
      { primary: 'report-approval', others: ['report-correction', 'report-return'] },
    );
    assert.deepEqual(arrangeActs({ acts: ['note', 'message'], step }), { primary: null, others: [] });
    assert.deepEqual(arrangeActs({ acts: ['archive'], step: null }), { primary: null, others: ['archive'] });
  });

  it('never sends oversight for what is not a complaint', () => {
    const values = { ...actForms.verification.start(view), oversight: true };
    assert.equal(actForms.verification.body(values).oversight, false);
    assert.equal(actForms.verification.body({ ...values, kind: 'complaint' }).oversight, true);
  });

  it('assigns a unit or a person, never both', () => {
    const values = { ...actForms.assignment.start(view), unitId: 'u', personId: 'p', task: ' Kunjungi ' };
    assert.deepEqual(actForms.assignment.body({ ...values, to: 'person' }), {
      parentId: null,
      unitId: null,
      personId: 'p',
      task: 'Kunjungi',
      limit: { amount: 2, unit: 'workingDay' },
    });
    assert.equal(actForms.assignment.body({ ...values, to: 'unit' }).personId, null);
  });

  it('names the required fields that are empty', () => {
    const fields = actForms['report-correction'].fields(view);
    assert.deepEqual(missing(fields, { findings: 'Ada', actions: ' ', answer: '', note: '' }), [
      'actions',
      'note',
    ]);
    const whole = actForms['handling-report'].fields(view);
    assert.deepEqual(missing(whole, { findings: 'Ada', actions: 'Ada', answer: '' }), ['answer']);
    assert.deepEqual(missing(actForms.archive.fields(view), { reason: 'spam', explanation: 'Iklan' }), []);
  });

  it('offers only higher secrecy', () => {
    const level = actForms.secrecy.fields(view)[0];
    assert.deepEqual(level?.kind === 'choice' ? level.disabled : null, ['L0', 'L1', 'L2']);
  });
});
