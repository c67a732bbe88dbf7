import { hash, verify } from '@node-rs/argon2';
import { randomBytes } from './random.ts';

/** Argon2id with a salt of its own, as a PHC string. Costs about 20 MB and tens of milliseconds, off the event loop. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost);
}

/**
 * Whether the password is the one hashed. Without a hash (no such person, no password set) the same work is
 * done for nothing, so that the time taken does not tell who has an account.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(16).toString('hex'));
  const genuine = await verify(passwordHash ?? (await decoy), password.normalize('NFKC'));
  return genuine && passwordHash !== null;
}

/** A first password to be read out or copied: 16 characters without look-alikes in four groups, 79 bits. */
export function generatePassword(): string {
  const characters: string[] = [];
  while (characters.length < 16) {
    for (const byte of randomBytes(24)) {
      // Bytes beyond the last whole multiple are thrown away, or some letters would be likelier than others.
      if (byte < Math.floor(256 / alphabet.length) * alphabet.length && characters.length < 16) {
        characters.push(alphabet[byte % alphabet.length] ?? '');
      }
    }
  }
  return (characters.join('').match(/.{4}/g) ?? []).join('-');
}

const alphabet = '23456789abcdefghjkmnpqrstuvwxyz';

// Argon2id is the library's default algorithm; the rest is the first recommendation of OWASP (2024) for it.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let decoy: Promise<string> | undefined;
