/**
 * The people: 64 connections, each handing in its department's sheet again and again. A process of its own with plain
 * sockets, so that it takes as little as possible from the server it measures. Reads its orders as JSON on the command
 * line, answers with one line of JSON.
 */
import { connect, type Socket } from 'node:net';
import { readFileSync } from 'node:fs';

export interface Orders {
  readonly host: string;
  readonly port: number;
  readonly seconds: number;
  readonly clients: readonly {
    readonly token: string;
    readonly campaignId: string;
    readonly departmentId: string;
    /** Submissions made before. */
    readonly revision: number;
  }[];
  /** The sheet as JSON with `@` where the number of the submission goes. */
  readonly sheet: string;
}

export interface Result {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly revisions: readonly number[];
}

const orders = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Orders;
const latencies: number[] = [];
let measuring = false;
let stopping = false;

function run({ token, campaignId, departmentId, revision: start }: Orders['clients'][number]): Promise<number> {
  return new Promise((resolve, reject) => {
    let revision = start;
    let sentAt = 0;
    let received = '';
    const socket: Socket = connect(orders.port, orders.host);
    socket.setNoDelay(true).setEncoding('latin1');
    const send = (): void => {
      if (stopping) {
        socket.destroy();
        resolve(revision);
        return;
      }
      const body = Buffer.from(
        `{"campaignId":"${campaignId}","departmentId":"${departmentId}","expectedRevision":${revision},"answers":${orders.sheet.replace('@', String(revision + 1))}}`,
      );
      sentAt = performance.now();
      socket.cork();
      socket.write(
        `POST /api/self-check/submitResponse HTTP/1.1\r\nHost: bench\r\nX-Machimori: 1\r\nContent-Type: application/json\r\nIdempotency-Key: ${departmentId}-${revision + 1}\r\nCookie: machimori=${token}\r\nContent-Length: ${body.length}\r\n\r\n`,
      );
      socket.write(body);
      socket.uncork();
    };
    socket.once('connect', send);
    socket.on('error', reject);
    socket.on('data', (chunk: string) => {
      received += chunk;
      const end = received.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? 0);
      if (received.length < end + 4 + length) return;
      if (!received.startsWith('HTTP/1.1 200')) {
        reject(new Error(Buffer.from(received, 'latin1').toString('utf8')));
        socket.destroy();
        return;
      }
      received = '';
      revision += 1;
      if (measuring) latencies.push(performance.now() - sentAt);
      send();
    });
  });
}

const WARM_UP = 2000;
setTimeout(() => {
  measuring = true;
}, WARM_UP);
setTimeout(
  () => {
    measuring = false;
    stopping = true;
  },
  WARM_UP + orders.seconds * 1000,
);
const revisions = await Promise.all(orders.clients.map(run));
latencies.sort((a, b) => a - b);
const at = (share: number): number => latencies[Math.floor(latencies.length * share)] ?? 0;
const result: Result = { perSecond: latencies.length / orders.seconds, p50: at(0.5), p99: at(0.99), revisions };
process.stdout.write(`${JSON.stringify(result)}\n`);
