/** Replacing the key of this side, and renewing those of both sides with a code. */
export const keys = {
  renews: 'This code renews the keys of a connection that you have, or had before a backup was restored.',
}
