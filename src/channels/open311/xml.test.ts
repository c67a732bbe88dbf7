import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fieldsOf, readXml } from '../../../test/support/xml.ts';
import { writeXml } from './xml.ts';

/** As XML 1.0 can hold it: everything else is the sign for "there was something". */
const holdable = (text: string) =>
  text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.constantFrom(
    '</description><status>closed</status>',
    ']]><!--',
    '<!DOCTYPE x [<!ENTITY a "b">]>&a;',
    '&amp;&#0;&',
    '\r\n\r\t',
    '\0\u0008\uFFFE\uD800x',
    '👩🏽‍🌾',
  ),
);

test('Whatever somebody wrote is read back as they wrote it, and stays in its element', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ description: anyText, status_notes: anyText })), (requests) => {
      const root = readXml(writeXml('service_requests', requests));
      assert.deepEqual(
        root.children.map((one) => [one.name, fieldsOf(one)]),
        requests.map(({ description, status_notes }) => [
          'request',
          { description: holdable(description), status_notes: holdable(status_notes) },
        ]),
      );
    }),
  );
});

test('Lists, numbers, yes and nothing are written as the standard shows them', () => {
  const content = {
    service_code: 'a',
    attributes: [{ required: true, order: 1, values: [{ key: 'k' }] }, {}],
    empty: null,
  };
  assert.equal(
    writeXml('service_definition', content),
    '<?xml version="1.0" encoding="utf-8"?>\n' +
      '<service_definition><service_code>a</service_code><attributes><attribute><required>true</required>' +
      '<order>1</order><values><value><key>k</key></value></values></attribute><attribute/></attributes>' +
      '<empty/></service_definition>\n',
  );
});
