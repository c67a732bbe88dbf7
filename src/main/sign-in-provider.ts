import type { Config } from '../platform/config/config.ts';
import { KeyUnreadable, readSecretFile } from '../platform/config/secret-key.ts';
import { openProvider, type Provider } from '../platform/oidc/provider.ts';
import { StartRefused } from './start-refused.ts';

/** The provider of the configuration; null where there is none. Throws `StartRefused` where its secret cannot be read. */
export async function openSignInProvider({ provider }: Config): Promise<Provider | null> {
  if (provider === null) return null;
  const { clientSecret, clientSecretFile } = provider;
  if (clientSecretFile === null) return openProvider(provider, clientSecret);
  try {
    const read = await readSecretFile('OIDC_CLIENT_SECRET_FILE', clientSecretFile);
    return openProvider(provider, read.trim());
  } catch (error) {
    if (error instanceof KeyUnreadable) throw new StartRefused([error.message]);
    throw error;
  }
}
