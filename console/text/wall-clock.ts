/** Offsets of the three zones, in hours; Indonesia keeps no summer time. */
const offsets: Readonly<Record<string, number>> = {
  'Asia/Jakarta': 7,
  'Asia/Makassar': 8,
  'Asia/Jayapura': 9,
};

/** What the wall clock of a zone shows, as a field for date and time takes it: `2026-11-24T10:20`. */
export function wallOf(now: Date, zone: string): string {
  const wall = new Date(now.getTime() + (offsets[zone] ?? 7) * 3_600_000);
  return wall.toISOString().slice(0, 16);
}

/** The wall clock of a zone as an instant; what is no moment comes back as it was typed. */
export function toInstant(wall: string, zone: string): string {
  const offset = String(offsets[zone] ?? 7).padStart(2, '0');
  const date = new Date(`${wall}:00+${offset}:00`);
  // The server says what is wrong with a moment that is none.
  return Number.isNaN(date.getTime()) ? wall : date.toISOString();
}
