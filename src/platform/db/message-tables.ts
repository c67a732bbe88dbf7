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
    state: 'waiting' | 'read' | 'set-aside';
    taken_as: string | null;
    case_id: string | null;
    content: Buffer;
    reply: 'queued' | 'sent' | 'delivered' | 'failed' | 'given-up' | null;
    attempts: Generated<number>;
    last_error: string | null;
    updated_at: string;
    source_id: ColumnType<Buffer | null, Buffer | null | undefined, never>;
    has_raw: Generated<boolean>;
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
}
