/** How channels are set up, tried, and what they say. */
export { type ChannelSettings, channelSettingsRoutes } from './routes.ts';
