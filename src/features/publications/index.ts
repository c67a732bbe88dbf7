/** What a person has passed for everybody to read. */
export { getPublication, listPublications } from './read-publications.ts';
export { publicationsRoutes } from './routes.ts';
