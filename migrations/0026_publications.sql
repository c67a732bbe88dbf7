-- What is public of cases, and nothing else: no number, no case, no person. A row stands here as long as its text is
-- public; the case remembers the id and takes the row away.

create table publications (
  id uuid primary key,
  institution_id text not null references institutions,
  kind text not null,
  -- Names as they were in every language when it became public.
  category jsonb,
  -- The regency or the city, no closer.
  area text,
  received_month date not null check (extract(day from received_month) = 1),
  -- Calendar days from the arrival to the answer.
  days integer check (days >= 0),
  closure_kind text not null,
  rating smallint check (rating between 1 and 5),
  title text not null,
  text text not null,
  answer text,
  published_on date not null,
  words tsvector not null generated always as (
    to_tsvector('indonesian', title || ' ' || text || ' ' || coalesce(answer, ''))) stored
);
create index publications_newest on publications (published_on desc, id desc);
create index publications_institution on publications (institution_id, published_on desc, id desc);
create index publications_words on publications using gin (words);
