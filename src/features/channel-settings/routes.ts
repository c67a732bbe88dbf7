import { type Static, Type } from 'typebox';
import type { Host } from '../context/index.ts';
import { ChannelSetting, LineTest, TemplatePreviews, TemplatesQuery, TestDone } from './contract.ts';
import { type ConfiguredChannel, listSettings } from './list-settings.ts';
import { previewTemplates, type Writing } from './preview-templates.ts';
import { testLine } from './test-line.ts';

export interface ChannelSettings {
  readonly configured: readonly ConfiguredChannel[];
  readonly writings: readonly Writing[];
}

const tags = ['channels'];

/** `/channels`: what is set up, a test of a line, and the words of every notice. */
export function channelSettingsRoutes(
  { app, handle, read }: Host,
  { configured, writings }: ChannelSettings,
): void {
  app.get(
    '/channels',
    {
      schema: {
        tags,
        summary: 'Lines and mail servers, without secrets',
        response: { 200: Type.Array(ChannelSetting) },
      },
    },
    (request, reply) => read(request, reply, async (ctx) => listSettings(ctx, configured)),
  );
  app.post<{ Body: Static<typeof LineTest> }>(
    '/channels/sms/test',
    { schema: { tags, summary: 'Sends a test by one line', body: LineTest, response: { 201: TestDone } } },
    (request, reply) => {
      const accounts = configured.filter(({ channel }) => channel === 'sms').map(({ account }) => account);
      return handle(request, reply, (ctx) => testLine(ctx, request.body, accounts), 201);
    },
  );
  app.get<{ Querystring: TemplatesQuery }>(
    '/channels/templates',
    {
      schema: {
        tags,
        summary: 'Every notice as a channel sends it',
        querystring: TemplatesQuery,
        response: { 200: TemplatePreviews },
      },
    },
    (request, reply) => read(request, reply, (ctx) => previewTemplates(ctx, request.query, writings)),
  );
}
