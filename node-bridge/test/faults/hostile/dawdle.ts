import { connect, type Socket } from 'node:net'

export interface Dawdler {
  readonly socket: Socket
  /** Resolves when the server has had enough. */
  readonly closed: Promise<void>
}

/** Opens a connection, says only this, and waits for ever. */
export function dawdle(url: string, beginning: string): Dawdler {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname, () => socket.write(beginning))
  socket.on('error', () => undefined)
  socket.resume()
  return { socket, closed: new Promise((resolve) => socket.once('close', () => resolve())) }
}

/** Sentences that never end: in a header, in the request line, before the first word, in the body. */
export const BEGINNINGS = [
  'GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ',
  'POST /node/v1/',
  '',
  'POST /instance/v1/pairing HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
] as const
