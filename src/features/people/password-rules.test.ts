import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passwordFault } from './password-rules.ts';

const email = 'rina.wulandari@contoh.test';

for (const [password, fault] of [
  ['sebelas hrf', 'password-too-short'],
  ['kucing naik becak', null],
  ['KURSI-ROTAN-2', null],
  ['rina.wulandari@contoh.test', 'password-is-email'],
  ['RinaWulandari2026', 'password-is-email'],
  ['password123456', 'password-too-common'],
  ['Indonesia Raya!', 'password-too-common'],
  ['aaaaaaaaaaaaaa', 'password-too-common'],
  ['123456789012', 'password-too-common'],
  ['abcdefghijklmn', 'password-too-common'],
  ['パスワードは長い方が良い', null],
] as const) {
  test(`${password}: ${fault ?? 'may be chosen'}`, () => assert.equal(passwordFault(password, email), fault));
}
