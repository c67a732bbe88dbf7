import { openChannels } from '../channels/registry.ts';
import type { ChannelSettings } from '../features/channel-settings/index.ts';
import type { Config } from '../platform/config/config.ts';

/** What the console may show of the environment: never a password, nor the host and name that go with it. */
export function channelSettings({ smsLines, smtpUrl, mailFrom }: Config): ChannelSettings {
  const lines = smsLines.map((line) => ({
    channel: 'sms',
    account: line.name,
    source: line.source,
    variable: 'SMS_LINES',
    // A gateway keeps the pace by itself.
    ...(line.kind === 'smpp'
      ? { isEncrypted: line.tls, perSecond: line.perSecond, window: line.window }
      : { isEncrypted: line.address.startsWith('https:'), perSecond: 0, window: 0 }),
  }));
  const mail = {
    channel: 'email',
    account: 'SMTP',
    source: mailFrom,
    variable: 'SMTP_URL',
    isEncrypted: smtpUrl?.startsWith('smtps:') === true,
    perSecond: 0,
    window: 0,
  };
  return {
    configured: [...lines, ...(smtpUrl === null ? [] : [mail])],
    writings: openChannels({ sms: null, email: null }),
  };
}
