/** The destination's calls to its source, in order for each connection. */
export const HANDSHAKE_QUEUE = 'handshake'
