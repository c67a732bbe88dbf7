type Text = string | ((args: Readonly<Record<string, unknown>>) => string);

/** What React Aria's widgets say aloud, in Indonesian, by the part of the library that says it. */
export const indonesian: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  combobox: {
    focusAnnouncement: ({ isGroupChange, groupTitle, groupCount, optionText, isSelected }) =>
      `${isGroupChange === true ? `Masuk kelompok ${groupTitle}, ${groupCount} pilihan. ` : ''}${optionText}${isSelected === true ? ', terpilih' : ''}`,
    countAnnouncement: ({ optionCount }) => `${optionCount} pilihan tersedia.`,
    selectedAnnouncement: ({ optionText }) => `${optionText}, terpilih`,
    buttonLabel: 'Tampilkan pilihan',
    listboxLabel: 'Pilihan',
  },
  overlays: { dismiss: 'Tutup' },
  components: {
    selectPlaceholder: 'Pilih',
    dropzoneLabel: 'Tempat menjatuhkan berkas',
  },
};
