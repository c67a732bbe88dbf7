/** What this folder needs of a log. Any pino logger fits; no value logged here is personal or secret. */
export interface DatabaseLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
