export { deliverNotification } from './deliver.ts';
export { notificationsRoutes } from './routes.ts';
export { tellOfDeputyship } from './tell-of-deputyship.ts';
export { tellOfEvents } from './tell-of-events.ts';
export { notificationText } from './text.ts';
