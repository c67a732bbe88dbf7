/**
 * Of "Kledung, Kabupaten Temanggung, Jawa Tengah" the part by which officers know a place: the regency,
 * of which the word is left out, or the city, of which it is not (Jakarta's are no cities of their own).
 */
export function regencyOf(fullName: string): string {
  const parts = fullName.split(',').map((part) => part.trim());
  const known = parts.find((part) => /^(?:Kab\.|Kabupaten|Kota) /i.test(part));
  return (known ?? parts[0] ?? fullName).replace(
    /^(?:Kab\.|Kabupaten|Kota(?= Administrasi))(?: Administrasi)? /i,
    '',
  );
}
