import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shortUnitName } from './unit-name.ts';

describe('unit names in a narrow column', () => {
  it('uses the abbreviations of the office and leaves what tells units apart', () => {
    const short = {
      'Direktorat Rehabilitasi Sosial Anak': 'Dit. Rehsos Anak',
      'Direktorat Rehabilitasi Sosial Penyandang Disabilitas': 'Dit. Rehsos Disabilitas',
      'Sekretariat Direktorat Jenderal Perlindungan dan Jaminan Sosial': 'Setditjen Linjamsos',
      'Sentra Terpadu Kartini Temanggung': 'ST Kartini Temanggung',
      'Sentra Wirajaya Makassar': 'Sentra Wirajaya Makassar',
      'Biro Hubungan Masyarakat': 'Biro Humas',
      'Bagian Keuangan': 'Bag. Keuangan',
      'Jurusan Teknik Mesin': 'Jurusan Teknik Mesin',
    };
    for (const [name, expected] of Object.entries(short)) assert.equal(shortUnitName(name), expected);
  });
});
