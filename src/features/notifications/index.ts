export { deliverNotification } from './deliver.ts';
export { notificationsRoutes } from './routes.ts';
export { tellAnotherWay } from './tell-another-way.ts';
export { tellOfDeputyship } from './tell-of-deputyship.ts';
export { tellOfEvents } from './tell-of-events.ts';
export { noticeSubject, notificationText } from './text.ts';
