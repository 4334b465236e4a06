/** Replacing the key of this side, and renewing those of both sides with a code. */
export const keys = {
  rotateKeys: 'Rotate keys',
  rotateKeysText:
    'This side gets a new key for “{{name}}”. {{remote}} is told by itself, and takes the key before for 7 more days. Nobody at the other side has to do anything.',
  rotateKeysDone: 'A new key for {{name}} was made; the other side is told.',
  rekey: 'Renew keys with a code',
  rekeyText:
    'A code is made for “{{name}}” and shown once; only the instance of {{remote}} can use it, for a day. Its admin pastes it under Accept invitation and confirms; then both sides have fresh keys and the history stays. Until then nothing changes.',
  renews: 'This code renews the keys of a connection that you have, or had before a backup was restored.',
}
