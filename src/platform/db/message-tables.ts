import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** Channels that speak in messages, and the telephone. */
export interface MessageTables {
  messages: {
    id: string;
    seq: GeneratedAlways<number>;
    channel: string;
    account: string;
    sender: Buffer;
    received_at: string;
    state: 'waiting' | 'read' | 'set-aside' | 'discarded';
    taken_as: string | null;
    case_id: string | null;
    content: Buffer;
    reply: 'queued' | 'sent' | 'delivered' | 'failed' | 'given-up' | null;
    attempts: Generated<number>;
    last_error: string | null;
    updated_at: string;
    source_id: ColumnType<Buffer | null, Buffer | null | undefined, never>;
    has_raw: Generated<boolean>;
    institution_id: ColumnType<string | null, string | null | undefined, string | null>;
    part_of: ColumnType<string | null, string | null | undefined, string | null>;
    readings: Generated<number>;
    let_in: ColumnType<
      'itself' | 'report' | null,
      'itself' | 'report' | null | undefined,
      'itself' | 'report' | null
    >;
    discarded_as: ColumnType<string | null, string | null | undefined, string | null>;
    queued_at: ColumnType<string | null, string | null | undefined, string | null>;
    next_at: ColumnType<string | null, string | null | undefined, string | null>;
    given_up_as: ColumnType<string | null, string | null | undefined, string | null>;
  };
  sent_parts: {
    channel: string;
    account: string;
    source_id: string;
    message_id: ColumnType<string | null, string | null | undefined, string | null>;
    notification_id: ColumnType<string | null, string | null | undefined, string | null>;
    outcome: ColumnType<
      'delivered' | 'failed' | null,
      'delivered' | 'failed' | null | undefined,
      string | null
    >;
    at: string;
  };
  calls: {
    id: string;
    institution_id: string;
    source_id: string | null;
    agent_id: string | null;
    state: string;
    began_at: string;
    answered_at: string | null;
    ended_at: string | null;
    caller: Buffer | null;
    case_id: ColumnType<string | null, string | null | undefined, string | null>;
    wrap_up: ColumnType<string | null, string | null | undefined, string | null>;
    wrapped_up_at: ColumnType<string | null, string | null | undefined, string | null>;
  };
  muted_senders: { channel: string; sender: Buffer; at: string };
  allowed_senders: { channel: string; sender: Buffer; at: string; person_id: string };
  channel_lines: {
    channel: string;
    account: string;
    node: string;
    source: string;
    is_up: boolean;
    is_session: boolean;
    heard_at: string | null;
    message_at: string | null;
    told_at: string;
  };
}
