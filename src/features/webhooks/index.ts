export { deliverLetters } from './deliver-letters.ts';
export { sweepLetters } from './delivery-log.ts';
export { queueLetters } from './queue-letters.ts';
export { webhooksRoutes } from './routes.ts';
export { rewrapWebhookSecrets } from './secrets.ts';
export { addWebhook, changeWebhook } from './subscriptions.ts';
export { tellStopped } from './tell-stopped.ts';
