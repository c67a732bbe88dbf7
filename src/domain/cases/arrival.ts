/** How many days an officer may take to enter what came, without saying why. */
export const daysToEnter = 3;

/** Whether a moment of arrival (ISO 8601) is so long ago that whoever enters it says why; `now` in ms. */
export function cameLongAgo(receivedAt: string, now: number): boolean {
  return Date.parse(receivedAt) < now - daysToEnter * 24 * 60 * 60 * 1000;
}
