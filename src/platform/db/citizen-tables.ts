import type { Generated } from 'kysely';

/** The tables of citizens' accounts. */
export interface CitizenTables {
  citizen_accounts: {
    id: string;
    sealed: Buffer;
    created_at: string;
    last_seen_at: string;
  };
  'vault.account_addresses': {
    hash: Buffer;
    account_id: string;
  };
  citizen_codes: {
    id: string;
    token_hash: Buffer;
    code_hash: Buffer;
    sealed: Buffer;
    locale: string;
    tries: Generated<number>;
    created_at: string;
    expires_at: string;
  };
  citizen_sessions: {
    token_hash: Buffer;
    account_id: string;
    created_at: string;
    last_seen_at: string;
    expires_at: string;
    user_agent: Generated<string>;
  };
  citizen_cases: {
    account_id: string;
    case_id: string;
    kept_at: string;
  };
}
