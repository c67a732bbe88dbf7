import { zoneOfArea } from '../../domain/clocks/zone-of-area.ts';

/** By whose clock a reporter sleeps: that of the place they report from, else of the institution. IANA zone. */
export function zoneOfReader(areaCode: string | null, institutionZone: string): string {
  return areaCode === null ? institutionZone : zoneOfArea(areaCode);
}
