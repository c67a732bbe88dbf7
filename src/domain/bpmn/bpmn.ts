/**
 * A procedure in the terms of BPMN 2.0, before anything has its place: a pool for the institution, a lane for each
 * actor, and in them what happens, in the order of the form. Every id is an XML name and stands once in the file.
 */
export interface Bpmn {
  readonly lanes: readonly BpmnLane[];
  readonly nodes: readonly BpmnNode[];
  readonly flows: readonly BpmnFlow[];
  readonly papers: readonly BpmnPaper[];
}

export interface BpmnLane {
  readonly id: string;
  readonly title: string;
}

/**
 * `choice` is an exclusive gateway, `some` an inclusive one (one way or several); `told` is an end that tells
 * somebody, a message.
 */
export type BpmnNodeKind = 'start' | 'task' | 'choice' | 'some' | 'end' | 'told';

export interface BpmnNode {
  readonly id: string;
  readonly kind: BpmnNodeKind;
  readonly lane: number;
  /** Counted from the left; a step's gateways and ends have columns of their own. */
  readonly column: number;
  readonly name: string;
  /** The row of the form in full; empty where there is nothing to add. */
  readonly documentation: string;
  /** Done by several at once, each for an assignment of their own. */
  readonly isRepeated: boolean;
}

export interface BpmnFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly name: string;
  /** `on` leaves to the right, `aside` above or below; `fan` spreads over the actors of one row and gathers again. */
  readonly leaves: 'on' | 'aside' | 'fan';
}

/** A copy for an actor, or the channels to which the status is written back. */
export interface BpmnPaper {
  readonly id: string;
  readonly kind: 'copy' | 'channels';
  /** The task that it comes from. */
  readonly of: string;
  readonly lane: number;
  readonly name: string;
}

/** What the diagram says in the language of the office. */
export interface BpmnWords {
  readonly start: string;
  readonly end: string;
  readonly ya: string;
  readonly tidak: string;
  /** Over a row that may be passed by. */
  readonly needed: (step: string) => string;
  /** Where several actors do a row together or in each other's place. */
  readonly some: string;
  readonly returned: string;
  readonly returnAtMost: (times: number | null) => string;
  /** The way to who does a row that nobody was assigned to. */
  readonly unassigned: string;
  readonly told: (actors: readonly string[]) => string;
  readonly copy: (actor: string) => string;
  /** In the order of the steps. */
  readonly documentation: readonly string[];
}
