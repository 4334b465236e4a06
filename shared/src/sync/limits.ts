/** Numbers both sides agree on, PROTOCOL.md §11.10. Sizes in bytes, durations in milliseconds. */
export const SYNC_LIMITS = {
  /** Of a message as it travels, a compact JWS. */
  messageBytes: 262_144,
  resultBytes: 16_384,
  /** Of one comment, in units of UTF-16. */
  commentChars: 65_536,
  /** Of one entry that rules write, the words around a comment included, and of their number in one plan. */
  entryChars: 80_000,
  entries: 1000,
  /** Of the body of an exchange and of its answer. */
  exchangeBytes: 1_048_576,
  /** Messages of one exchange, and results, receipts and refusals each. */
  exchangeMessages: 50,
  exchangeEntries: 200,
  /** Messages of one connection that were sent and have no result yet. */
  outstandingBytes: 8_388_608,
  /** Instances that a change may have come through. */
  via: 5,
  comments: 1000,
  files: 500,
  /** Of a file's contents in one call between nodes. */
  filePartBytes: 1_048_576,
  /** Files whose contents are asked for in one answer of an exchange. */
  filesAsked: 50,
  /** Pairs of which the other side is asked for hashes in one call. */
  hashedPairs: 20,
  customKeys: 500,
  labels: 200,
  keyChars: 255,
  nameChars: 255,
  typeChars: 100,
  urlChars: 2048,
  idChars: 200,
  /** Levels of objects and arrays inside the value of a custom key: a message holds eight in all, PROTOCOL.md §2.7. */
  valueDepth: 5,
  /** Of a script as it is written, and of the query of a trigger, in units of UTF-16. */
  scriptChars: 65_536,
  queryChars: 4000,
  /** Of what an admin says of a version that is published. */
  noteChars: 500,
  /** Lines of a list of records that are connected in one call. */
  connectedRows: 200,
  /** Records of one page that may be halves of pairs; each is read, and the rules run on it. And fields by which they are matched. */
  candidates: 20,
  matchedFields: 4,
  /** Words without a line that are kept of one path, and of a connection; and those that the page of sync shows. */
  unmappedWordsOfPath: 50,
  unmappedWords: 500,
  unmappedWordsShown: 50,
  /** Pairs on which a draft is run in one call. */
  shadowPairs: 10,
  /** The highest sequence and the highest epoch. */
  sequenceMax: 1_000_000_000,
  epochMax: 9_007_199_254_740_991,
  /** So far above its own epoch a side believes the other: further than a restored backup explains is no restore. */
  epochsAhead: 1_000_000_000,
  /** So often may a pair change direction within this time with the values of fields; more is a ping-pong. */
  pingPong: { turns: 20, withinMs: 600_000 },
  /** So long a message that arrived waits for its result before it is sent once more. */
  askAgainMs: 3_600_000,
} as const
