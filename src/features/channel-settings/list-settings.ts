import { holds } from '../../domain/access/can.ts';
import { patienceOf } from '../../domain/delivery/policy.ts';
import { ok, type Result } from '../../domain/shared/result.ts';
import type { Reading } from '../context/index.ts';
import type { ChannelSetting } from './contract.ts';

/** What the environment sets up, without its secrets; handed in by whoever reads the environment. */
export type ConfiguredChannel = Omit<ChannelSetting, 'attempts' | 'hours' | 'mayTest'>;

/** The lines and mail servers of this installation. They are set in the environment, and only there. */
export function listSettings(
  ctx: Reading,
  configured: readonly ConfiguredChannel[],
): Result<ChannelSetting[], never> {
  const mayTest = holds(ctx.actor, 'channel.test');
  return ok(
    configured.map((one) => ({
      ...one,
      ...patienceOf(one.channel),
      mayTest: mayTest && one.channel === 'sms',
    })),
  );
}
