import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** Channels that speak in messages. */
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
  muted_senders: { channel: string; sender: Buffer; at: string };
}
