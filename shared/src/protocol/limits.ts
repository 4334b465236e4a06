/** Numbers both sides agree on, PROTOCOL.md §3 to §5. Durations in milliseconds, sizes in bytes. */
export const LIMITS = {
  codeBytes: 4096,
  bodyBytes: 65536,
  shortNameChars: 50,
  connectionNameChars: 255,
  descriptionChars: 4000,
  invitationDefaultMs: 72 * 3_600_000,
  invitationMinMs: 600_000,
  invitationMaxMs: 14 * 86_400_000,
  redeemRequestMs: 300_000,
  signedRequestMs: 60_000,
  clockToleranceMs: 60_000,
  redeemGiveUpMs: 24 * 3_600_000,
  /** Longer than the whole time for which an acceptor tries (redeemGiveUpMs), so that A never gives up first. */
  confirmByMs: 48 * 3_600_000,
  /** Between two contacts of a connection; each time a half to one and a half of it, by chance. */
  contactEveryMs: 300_000,
  /** An answer that takes longer makes the health `slow`. */
  contactSlowMs: 2000,
  /** How long a deleted connection's end is sent to a peer that does not answer. */
  terminateGiveUpMs: 30 * 86_400_000,
  /** How long a redeem waits for the source's admin; then the connection ends. */
  approvalMs: 7 * 86_400_000,
  /** How long an answer to a private side is held at most while there is no news; half of what proxies usually wait. */
  longPollMs: 25_000,
  /** For a whole call; where the answer may be held, on top of that time. */
  outboundTimeoutMs: 10_000,
  /** How long the key before is still taken. */
  keyOverlapMs: 7 * 86_400_000,
  /** Statements of a chain of keys at most: so many rotations a restored peer can have missed. */
  keyChainLinks: 20,
  /** Rotations of one side's key of a connection: so many at once, then one each so long, which are five a day. */
  rotations: { burst: 5, everyMs: 17_280_000 },
  /** Changes of a connection's state that its peer brings about: so many at once, then one each so long. */
  peerChanges: { burst: 20, everyMs: 900_000 },
  /** New addresses of its peer that a connection takes up: so many at once, then one each so long. */
  addressMoves: { burst: 3, everyMs: 21_600_000 },
  /** So long a new address is tried that does not answer. */
  reportedAddressMs: 7 * 86_400_000,
  /** So long after a move a signature over the address before is taken. */
  formerUrlMs: 30 * 86_400_000,
  /** The highest number of pauses and resumes that can be sent. */
  pausesMax: 1_000_000_000,
  /** So far ahead of its own count a side believes the other: further than a restored backup explains is no restore. */
  pausesAhead: 10_000,
  pairingCodeMs: 30 * 60_000,
  /** From the node's first start. */
  evaluationMs: 30 * 86_400_000,
  /** So long before its end a licence is warned of. */
  licenceWarningMs: 14 * 86_400_000,
  callbackToleranceMs: 300_000,
  /** A link that sets a password of the bridge's console; it works once. */
  setupLinkMs: 30 * 60_000,
  /** A session of the bridge's console ends after so long without a call, and in any case after the other. */
  sessionIdleMs: 30 * 60_000,
  sessionMaxMs: 12 * 3_600_000,
  passwordMinChars: 12,
  passwordMaxChars: 200,
} as const

export const CODE_PREFIX = 'accord1_'
export const PAIRING_FRAGMENT = '#pair='

/** JWS `typ` values; a verifier compares them exactly. */
export const TYP = {
  invitation: 'accord-invitation+jws',
  redeem: 'accord-redeem+jws',
  proof: 'accord-proof+jws',
  identity: 'accord-identity+jws',
  grant: 'accord-grant+jws',
  request: 'accord-request+jwt',
  source: 'accord-source+jwt',
  answer: 'accord-answer+jws',
  rotation: 'accord-rotation+jws',
  rotationProof: 'accord-rotation-proof+jws',
  message: 'accord-message+jws',
  result: 'accord-result+jws',
  licence: 'accord-licence+jws',
} as const

/** RFC 9864: fully specified; `EdDSA` is refused. */
export const SIGNATURE_ALGORITHM = 'Ed25519'
