import sharp from 'sharp';
import type { TestHouse } from '../support/house.ts';
import type { Matter } from '../support/office.ts';
import { ministry, ministryUnits, polytechnic, polytechnicUnits } from '../support/office-casts.ts';
import { classification } from '../support/office-officer.ts';
import { ministryPaths } from '../support/office-paths.ts';

const story = `Sejak Agustus bantuan PKH ibu saya tidak masuk. Kartunya tertelan mesin ATM di pasar, lalu bank menyuruh kami menunggu.

Sudah tiga kali saya datang. Yang saya minta: kartu pengganti, dan kepastian apakah bantuan dua tahap itu masih ada.`;

const answer =
  'Kartu pengganti ibu Anda dapat diambil di bank penyalur cabang Takalar mulai Kamis, 10 Desember. Bantuan dua tahap yang tertahan sudah masuk ke rekening.\n\nPendamping akan mengantar bila ibu Anda belum dapat berjalan.';

const from = { contact: { name: 'Sri', email: 'sri@warga.test' }, areaCode: '73.05', occurredOn: '2026-08' };

/**
 * Cases in every state that a reporter can meet, at one moment: Tuesday 8 December 2026, 10.00 WIB. The office
 * is the ministry, with one case at the polytechnic.
 */
export async function trackCases(house: TestHouse) {
  const office = await ministry(house);
  const campus = await polytechnic(house);
  const path = ministryPaths(office);
  const { verifier, liaison, officer } = office;
  const unit = (name: keyof typeof ministryUnits) => office.unit(ministryUnits[name]);
  const citizen = office.citizen();
  const files = (more: object = {}) => citizen.files(story, { ...from, ...more });

  const silent = await path.answered(citizen, { answer });
  const long = await files();
  await office.until('2026-12-02 09:12');

  const parallel = await files();
  const returned = await files();
  const late = await files({ kind: 'information-request' });
  await office.until('2026-12-02 14:30');
  for (const matter of [parallel, returned]) {
    await verifier.verifies(matter);
    await verifier.writes(
      matter,
      'Laporan Anda sudah lengkap dan merupakan tugas Kementerian Sosial. Salinan KK boleh menyusul.',
    );
    await verifier.sendsTo(matter, unit('directorate'), [unit('makassar'), unit('ternate')]);
  }
  await citizen.writes(parallel, 'Terima kasih. Ibu sedang sakit, jadi saya yang mengurus.');
  await verifier.reveals(parallel, 'Mencocokkan nama dengan data penerima bantuan.');
  await office.until('2026-12-04 10:10');
  await liaison.accepts(parallel);
  await liaison.returns(returned, 'Ini tugas direktorat lain.');
  await officer.writes(parallel, 'Mohon maaf, laporan Anda baru kami terima hari ini, terlambat satu hari.');
  await office.until('2026-12-07 08:30');
  const visit = await officer.assigns(parallel, {
    unitId: unit('makassar'),
    task: 'Mengunjungi keluarga dan menilai kebutuhannya',
    limit: { amount: 2, unit: 'workingDay' },
  });
  await office.makassar.assigns(parallel, {
    person: office.fieldWorker,
    under: visit,
    task: 'Mencocokkan data kartu dan mendampingi ke bank',
    limit: { amount: 3, unit: 'workingDay' },
  });
  await officer.assigns(parallel, {
    unitId: unit('jakarta'),
    task: 'Menanyakan kartu pengganti ke kantor pusat bank penyalur',
    limit: { amount: 1, unit: 'workingDay' },
  });
  await citizen.brings(parallel, {
    name: 'surat keterangan bank dengan nama berkas yang panjang sekali, tahun 2026.png',
    content: await picture(),
  });

  await office.until('2026-12-08 09:00');
  const answered = await path.answered(citizen, { answer, outcome: 'met-partly' });
  const confirmed = await path.answered(citizen, { answer });
  await citizen.confirms(confirmed, 4, 'Cepat, dan dijelaskan dengan baik.');
  const rated = await path.answered(citizen, { answer });
  await citizen.rates(rated, 2, 'Lama.');
  const unmet = await path.answered(citizen, {
    answer: 'Kuota tahun ini sudah habis.',
    outcome: 'cannot-be-met',
  });
  await citizen.confirms(unmet);
  const reopened = await path.answered(citizen, { answer });
  await citizen.objects(reopened, 'Kartu baru saya tidak bisa dipakai di mesin mana pun.');
  const review = await path.reported(citizen);
  const dispatched = await path.sent(citizen);
  const asked = await path.accepted(citizen);
  const atVerifier = await files({ kind: 'aspiration' });
  await verifier.asks(
    atVerifier,
    'Di desa mana kejadiannya, dan kapan terakhir bantuan diterima? Kalau ada, kirim foto bukunya.',
  );
  const asks = await files();
  await verifier.asks(asks, 'Di desa mana kejadiannya?');
  const contested = await path.answered(citizen, { answer });
  const judged = await path.answered(citizen, { answer });
  const dropped = await files();
  const verifying = await files({ contact: {}, secrecy: 'L0' });
  const referred = await files();
  await verifier.refers(
    referred,
    'Dinas Kependudukan dan Pencatatan Sipil Kabupaten Takalar',
    'Penerbitan Kartu Keluarga adalah kewenangan kabupaten.',
  );
  const archived = await files();
  await verifier.archives(
    archived,
    'court-or-crime',
    'Perkara ini sedang diperiksa Pengadilan Negeri Takalar.',
  );
  const merged = await files();
  await verifier.merges(merged, asked);
  const sealed = await citizen.files('Pejabat unit meminta setoran tiap bulan.', from);
  await verifier.seals(sealed, 'Menyangkut pejabat.');
  const withdrawn = await path.accepted(citizen);
  await citizen.withdraws(withdrawn, 'Sudah selesai sendiri.');
  const opening = await files();
  await verifier.does(opening, 'secrecy-lowering', {
    level: 'L0',
    reason: 'Banyak warga Takalar menanyakan hal yang sama; jawaban ini berguna bagi mereka.',
  });
  const destroyed = await files();
  await citizen.withdraws(destroyed, 'Sudah selesai sendiri.');
  const guard = await office.employ({ name: 'Dewi', role: 'privacy-officer' });
  await guard.does(destroyed, 'identity-destruction', { reason: 'Tujuan selesai.' });
  const urgent = await files();
  await verifier.verifies(urgent, { urgent: true });
  const oversight = await files();
  await verifier.verifies(oversight, { oversight: true });
  const direct = await files();
  await verifier.verifies(direct);
  await verifier.answers(direct, 'Pendaftaran dibuka kembali pada Januari 2027 di kantor desa.');
  await office.secondVerifier.releases(direct);

  const fee = await campus
    .citizen()
    .files('UKT saya ditagih dua kali.', { contact: { phone: '0812 0000 0000', reach: 'sms' } });
  await campus.admin.verifies(fee, { ...classification, title: 'UKT ditagih dua kali' });
  await campus.liaison.sendsTo(fee, campus.unit(polytechnicUnits.finance));
  await campus.officer.accepts(fee);
  await office.until('2026-12-08 10:00');

  return {
    silent,
    long,
    parallel,
    returned,
    late,
    answered,
    confirmed,
    rated,
    unmet,
    reopened,
    review,
    dispatched,
    asked,
    atVerifier,
    asks,
    contested,
    judged,
    dropped,
    verifying,
    referred,
    archived,
    merged,
    sealed,
    withdrawn,
    opening,
    destroyed,
    urgent,
    oversight,
    direct,
    fee,
  } satisfies Record<string, Matter>;
}

/** A small photograph, as a telephone would send it. */
export function picture(): Promise<Buffer> {
  return sharp({ create: { width: 40, height: 30, channels: 3, background: '#7a8b99' } })
    .png()
    .toBuffer();
}
