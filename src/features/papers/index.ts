/** What goes out on paper: receipts, and answers to whoever is answered by letter. */

export { printLetter } from './print-letter.ts';
export { papersRoutes } from './routes.ts';
