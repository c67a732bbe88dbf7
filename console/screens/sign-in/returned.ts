/** With what the provider has sent the browser back to the console; taken out of the address, where it would stay. */
export interface Returned {
  /** A code of `providerProblems`. */
  readonly problem: string | undefined;
  /** A step of signing in is left. */
  readonly isHalf: boolean;
}

export function takeReturned(): Returned {
  const search = new URLSearchParams(window.location.search);
  const returned = { problem: search.get('masalah') ?? undefined, isHalf: search.has('langkah') };
  if (returned.problem !== undefined || returned.isHalf) {
    window.history.replaceState(null, '', window.location.pathname);
  }
  return returned;
}
