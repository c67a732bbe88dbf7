import type { ColumnType, Generated } from 'kysely';

/** Systems of others that are told what happens to cases. */
export interface WebhookTables {
  webhook_subscriptions: {
    id: string;
    institution_id: string;
    url: string;
    events: string[];
    state: 'active' | 'paused' | 'stopped';
    failures: Generated<number>;
    failing_since: string | null;
    retry_at: string | null;
    delivered_at: string | null;
    created_at: string;
  };
  webhook_secrets: {
    id: string;
    subscription_id: string;
    wrapped_key: Buffer;
    sealed: Buffer;
    created_at: string;
    expires_at: string | null;
  };
  webhook_deliveries: {
    id: string;
    subscription_id: string;
    case_id: string;
    seq: number;
    type: string;
    at: string;
    content: ColumnType<unknown, string, string>;
    state: 'waiting' | 'delivered' | 'given-up';
    tries: Generated<number>;
    next_try_at: string;
    tried_at: string | null;
    status: number | null;
    fault: string | null;
    milliseconds: number | null;
  };
}
