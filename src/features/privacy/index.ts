export { findContact, type InstitutionContact, listContacts } from './contacts.ts';
export { presentRules } from './get-register.ts';
export { loadPrivacyRules } from './load-privacy-rules.ts';
export { privacyRoutes } from './routes.ts';
