/** Of "Kec. Kledung, Kab. Temanggung, Jawa Tengah" the part by which officers know a place: the regency or city. */
export function regencyOf(fullName: string): string {
  const parts = fullName.split(',').map((part) => part.trim());
  return parts.find((part) => /^(?:Kab\.|Kabupaten|Kota|Kota Adm\.) /i.test(part)) ?? parts[0] ?? fullName;
}
