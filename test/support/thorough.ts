/**
 * Whether this run takes the time that a change must stand before it lands (`THOROUGH=1`, as `.ci/run` sets it).
 * A quick run makes every test, on fewer cases: pages are searched for faults at one width and in one language
 * instead of all, and random histories and kills are fewer.
 */
export const thorough = (process.env.THOROUGH ?? '') !== '';
