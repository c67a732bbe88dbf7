/** The part of the library that we use; it brings no types of its own. */
declare module 'smpp' {
  import type { EventEmitter } from 'node:events';
  import type { Server as NetServer, Socket } from 'node:net';

  export interface Pdu {
    readonly command: string;
    readonly command_status: number;
    readonly sequence_number: number;
    readonly system_id?: string;
    readonly password?: string;
    readonly source_addr?: string;
    readonly destination_addr?: string;
    readonly esm_class?: number;
    readonly data_coding?: number;
    readonly message_id?: string;
    readonly short_message?: { readonly message?: string | Buffer; readonly udh?: readonly Buffer[] };
    readonly message_payload?: { readonly message?: string | Buffer } | Buffer;
    readonly receipted_message_id?: string;
    readonly message_state?: number;
    readonly sar_msg_ref_num?: number;
    readonly sar_total_segments?: number;
    readonly sar_segment_seqnum?: number;
    readonly user_message_reference?: number;
    response(options?: { readonly command_status?: number; readonly message_id?: string }): Pdu;
  }

  type Answered = (pdu: Pdu) => void;
  type Command = (options: object, answered?: Answered) => boolean;

  export interface Session extends EventEmitter {
    readonly socket: Socket;
    send(pdu: Pdu): boolean;
    pause(): void;
    resume(): void;
    close(): void;
    destroy(): void;
    readonly bind_transceiver: Command;
    readonly submit_sm: Command;
    readonly deliver_sm: Command;
    readonly enquire_link: Command;
    readonly unbind: Command;
  }

  interface Server extends NetServer {
    readonly sessions: readonly Session[];
  }

  const smpp: {
    connect(options: { host: string; port: number; tls: boolean }, connected?: () => void): Session;
    createServer(listener: (session: Session) => void): Server;
    readonly PDU: { maxLength: number };
  };
  export default smpp;
}
