-- A notice is of a case or of a deputyship: whoever stands in and whoever is absent are told, and no case has to do with it.

alter table notifications
  alter column case_id drop not null,
  add column deputyship_id uuid references deputyships,
  add constraint notifications_about check (num_nonnulls(case_id, deputyship_id) = 1),
  drop constraint notifications_case_id_event_seq_template_recipient_kind_per_key,
  add constraint notifications_once unique nulls not distinct
    (case_id, event_seq, template, recipient_kind, person_id, unit_id, channel, deputyship_id);
