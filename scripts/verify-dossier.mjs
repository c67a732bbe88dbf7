#!/usr/bin/env node
// Checks a dossier of Tuntas without Tuntas: this file and Node.js 18 or newer, no network, nothing installed.
// docs/how-to/check-a-dossier.md explains it to whoever was given one. Ends with 0 where everything fits, else with 1.
//
//   node verify-dossier.mjs dossier.json [--anchors anchors.json] [--key <hex>] [--list]

import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    anchors: { type: 'string' },
    key: { type: 'string' },
    list: { type: 'boolean', default: false },
  },
});
const faults = [];
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

const { dossier, signature } = JSON.parse(readFileSync(positionals[0] ?? 'dossier.json', 'utf8'));
const kept = values.anchors === undefined ? null : JSON.parse(readFileSync(values.anchors, 'utf8'));
const trusted = values.key ?? kept?.publicKey ?? null;
const key = trusted ?? dossier.publicKey;

if (dossier.format !== 'tuntas-dossier-1') fault('this is no dossier that this script knows');
if (!isSigned(`tuntas-dossier-1\n${sha256(JSON.stringify(dossier))}\n`, signature))
  fault('the dossier was changed, or was not signed with this key');
checkNumbers(dossier.facts);
for (const anchor of dossier.anchors) checkAnchor(anchor);
for (const entry of [...dossier.facts, ...dossier.reads]) checkEntry(entry);
checkNeighbours([...dossier.facts, ...dossier.reads]);

/** The submission is 0, the events follow it; none may be left out. */
function checkNumbers(facts) {
  if (facts.length === 0) fault('the dossier is empty');
  const first = facts[0]?.factSeq === 0 ? 0 : 1;
  facts.forEach((entry, index) => {
    if (entry.factSeq !== first + index) fault(`event ${first + index} is missing`);
  });
}

/** The anchor was signed, and is the one that was kept, where somebody kept it. */
function checkAnchor(anchor) {
  const { chain, date, at, seq, hash, root, previous } = anchor;
  const text = `tuntas-anchor-1\n${[chain, date, at, seq, hash, root, previous].join('\n')}\n`;
  if (!isSigned(text, anchor.signature)) fault(`the anchor of ${date} was not signed with this key`);
  if (kept === null) return;
  const same = kept.anchors.some(
    (one) =>
      one.chain === chain && one.date === date && one.seq === seq && one.hash === hash && one.root === root,
  );
  if (!same) fault(`the anchor of ${date} is not among those that were kept`);
}

/** The entry's hash is the one that its content gives, and the anchor's root follows from it. */
function checkEntry(entry) {
  const { salt, chain, seq, kind, at, actor, subject, details, caseId, factSeq, fact } = entry;
  const name = factSeq === null ? `entry ${seq}` : `event ${factSeq}`;
  if (caseId !== dossier.case.id) fault(`${name} is of another case`);
  const own = [salt, chain, seq, kind, at, actor, subject, details, caseId, factSeq];
  const content = fact === null ? null : [fact.type, fact.at, fact.actor, fact.data];
  const digest = sha256(`tuntas-entry-1\n${JSON.stringify([...own, content])}`);
  if (!isLinked(entry, digest) && !isEmptied(entry, digest)) fault(`${name} is not what was written`);
  if (entry.anchor === null) return;
  const anchor = dossier.anchors.find((one) => one.chain === chain && one.date === entry.anchor);
  if (anchor === undefined) return fault(`${name} names an anchor that is not here`);
  const root = entry.path.reduce(
    (below, { side, hash }) =>
      sha256(side === 'left' ? `tuntas-node-1\n${hash}\n${below}` : `tuntas-node-1\n${below}\n${hash}`),
    sha256(`tuntas-leaf-1\n${entry.hash}`),
  );
  if (root !== anchor.root) fault(`${name} was not there when the anchor of ${entry.anchor} was signed`);
}

function isLinked({ previous, seq, hash }, digest) {
  return sha256(`tuntas-link-1\n${previous}\n${seq}\n${digest}`) === hash;
}

/** A report that was handed over to the sealed door left its words there; digests of both stay in the chain. */
function isEmptied(entry, digest) {
  if (entry.factSeq === 0 && JSON.parse(entry.fact.data).text !== '') return false;
  return dossier.reads.some(({ kind, details }) => {
    const left = kind === 'case.emptied' ? JSON.parse(details).facts[entry.factSeq] : undefined;
    return left !== undefined && left.is === digest && isLinked(entry, left.was);
  });
}

/** Where two entries of the case stand side by side in the chain, the second carries the hash of the first. */
function checkNeighbours(entries) {
  const bySeq = new Map(entries.map((entry) => [entry.seq, entry]));
  for (const entry of entries) {
    const before = bySeq.get(entry.seq - 1);
    if (before !== undefined && before.hash !== entry.previous)
      fault(`entry ${entry.seq} does not follow the one before`);
  }
}

function isSigned(text, given) {
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(key, 'hex')]);
  const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return verify(null, Buffer.from(text), publicKey, Buffer.from(given, 'hex'));
}

function fault(text) {
  faults.push(text);
}

if (dossier.reads.some(({ kind }) => kind === 'case.emptied'))
  console.log('The words of the report lie under seal; only their digests are here.');
const anchored = dossier.facts.filter((entry) => entry.anchor !== null).length;
console.log(`Case ${dossier.case.number} of ${dossier.case.institution}, taken away ${dossier.exportedAt}`);
if (values.list)
  for (const { factSeq, fact } of dossier.facts) console.log(`  ${factSeq} ${fact.at} ${fact.type}`);
console.log(
  `${dossier.facts.length} facts, ${anchored} of them under a signed anchor, ${dossier.reads.length} other entries`,
);
console.log(`Key ${sha256(Buffer.from(key, 'hex')).slice(0, 32).match(/.{4}/g).join(' ')}`);
if (trusted === null)
  console.log('This is the key that the dossier brings itself: compare it with the one you were told.');
if (kept === null)
  console.log('Without anchors that you kept, whoever holds the key could have written it anew.');
for (const text of faults) console.log(`WRONG: ${text}`);
console.log(faults.length === 0 ? 'Everything fits.' : 'The dossier is NOT what was written.');
process.exitCode = faults.length === 0 ? 0 : 1;
