/** Replacing the key of this side, and renewing those of both sides with a code. */
export const keys = {
  renews: 'This code renews the keys of a connection that you have, or had before a backup was restored.',
  title: 'The keys',
  localMade: 'Key of this side',
  localRotations: 'Replaced by this side',
  localReplacing: 'New key of this side, not acknowledged yet, since',
  remoteMade: 'Key of the other side',
  remoteRotations: 'Replaced by the other side',
  remoteReplacing: 'New key of the other side since',
  earlierUntil: 'The key before is taken until',
}
