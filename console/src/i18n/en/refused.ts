/** Who held the code and was refused. */
export const refused = {
  title: 'Somebody held the code and was refused',
  last: 'Last attempt',
  count: 'Attempts',
  name: 'Calls itself',
  uid: 'Claimed instance',
  others: 'Further keys, counted together.',
  advice: {
    second:
      'Two nodes had the code. Compare the fingerprint below with the other administrator by phone: if it is theirs, somebody else holds this connection; delete it and begin a new one. If not, somebody has read the code, which opens nothing any more.',
    peer: 'The other side has lost the key of this connection. Issue a code that renews the keys.',
    foreign:
      'The code is for somebody else and was not spent. If the fingerprint below is not that of the other side, somebody has read the code: revoke it. If it is, delete this connection and begin a new one with the URL of that instance.',
    version: 'The two nodes speak no common version. Upgrade the one with the lower versions.',
    ended: 'The code had ended. If this is the other side, send it a new one.',
  },
}
