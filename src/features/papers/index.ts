/** What goes out on paper: receipts, and answers to whoever is answered by letter. */

export { papersRoutes } from './routes.ts';
