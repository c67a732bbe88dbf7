export { deliverNotification, type TextWay } from './deliver.ts';
export type { Params } from './plan.ts';
export { notificationsRoutes } from './routes.ts';
export { tellAnotherWay } from './tell-another-way.ts';
export { tellOfDeputyship } from './tell-of-deputyship.ts';
export { tellOfEvents } from './tell-of-events.ts';
export { noticeSubject, notificationText, wordsIn } from './text.ts';
