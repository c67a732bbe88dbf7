/** A procedure as BPMN 2.0, to open in any modeller. */

export { writeBpmn } from './write-bpmn.ts';
