/**
 * Whether this run takes the time that a change must stand before it lands (`THOROUGH=1`, as `.ci/run` sets it).
 * A quick run makes every test, on fewer cases: the console is searched for faults once in each test, in Indonesian,
 * the citizens' pages at one width and in one language instead of all, and random histories and kills are fewer.
 */
export const thorough = (process.env.THOROUGH ?? '') !== '';
