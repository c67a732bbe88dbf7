export { findAreaInAddress } from './area-in-address.ts';
export { findArea, listAreas, searchAreas } from './find-areas.ts';
export { importAreas } from './import-areas.ts';
export { areasRoutes } from './routes.ts';
