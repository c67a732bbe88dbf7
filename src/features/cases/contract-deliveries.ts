import { Type } from 'typebox';
import { deliveryStates } from '../../domain/delivery/states.ts';
import { nullable, words } from '../../platform/http/schema.ts';

/** How far something has come that was sent to the reporter because of an event. */
export const EventDelivery = Type.Object({
  seq: Type.Integer(),
  channel: Type.String(),
  state: words(deliveryStates),
  at: Type.String(),
  lastError: nullable(Type.String()),
});
