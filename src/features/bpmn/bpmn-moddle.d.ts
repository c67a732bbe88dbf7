/** What we use of bpmn-moddle, which ships types for the elements but none for itself. */
declare module 'bpmn-moddle' {
  /** An element of the BPMN 2.0 meta-model; `$type` as in `bpmn:UserTask`. */
  export interface BpmnElement {
    readonly $type: string;
    readonly id: string;
    get(property: string): unknown;
    set(property: string, value: unknown): void;
  }

  export class BpmnModdle {
    create(type: string, properties?: Readonly<Record<string, unknown>>): BpmnElement;
    /** Rejects what cannot be written. */
    toXML(root: BpmnElement, options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>;
    /** Rejects what is no XML; what it did not understand stands in `warnings`. */
    fromXML(xml: string): Promise<{
      readonly rootElement: BpmnElement;
      readonly elementsById: Readonly<Record<string, BpmnElement>>;
      readonly warnings: readonly Error[];
    }>;
  }
}
