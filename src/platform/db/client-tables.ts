/** Programs of others that report here for people. */
export interface ClientTables {
  api_clients: {
    id: string;
    institution_id: string;
    name: string;
    key_hash: Buffer | null;
    issued_at: string;
    revoked_at: string | null;
  };
  client_requests: { id: string; client_id: string; case_id: string; filed_at: string };
  client_updates: { client_id: string; sent_hash: Buffer; request_id: string; seq: number };
}
