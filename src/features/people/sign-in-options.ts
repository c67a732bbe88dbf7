import type { Provider } from '../../platform/oidc/provider.ts';
import type { CookieOptions } from './session-cookie.ts';

/** What signing in needs to know of the installation. */
export interface SignInOptions extends CookieOptions {
  /** How the world reaches us, without a slash at its end. */
  readonly publicUrl: string;
  /** Whether mail can be sent from here. */
  readonly canMail: boolean;
  /** Null: by local accounts alone. */
  readonly provider: Provider | null;
}
