export { deliverNotification } from './deliver.ts';
export { notificationsRoutes } from './routes.ts';
export { tellOfEvents } from './tell-of-events.ts';
