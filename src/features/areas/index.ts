export { type AreaSearchOptions, findArea, listAreas, searchAreas } from './find-areas.ts';
export { type ImportLog, importAreas } from './import-areas.ts';
export { areasRoutes } from './routes.ts';
