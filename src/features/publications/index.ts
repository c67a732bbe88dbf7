/** What a person has passed for everybody to read. */
export { listPublicTexts, type PublicText } from './list-public-texts.ts';
export { getPublication, listPublications } from './read-publications.ts';
export { publicationsRoutes } from './routes.ts';
