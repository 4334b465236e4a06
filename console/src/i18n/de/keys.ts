export const keys = {
  renews: 'Dieser Code erneuert die Schlüssel einer Verbindung, die Sie haben oder vor einer Wiederherstellung hatten.',
  title: 'Die Schlüssel',
  localMade: 'Schlüssel dieser Seite',
  localRotations: 'Von dieser Seite getauscht',
  localReplacing: 'Neuer Schlüssel dieser Seite, noch nicht bestätigt, seit',
  remoteMade: 'Schlüssel der anderen Seite',
  remoteRotations: 'Von der anderen Seite getauscht',
  remoteReplacing: 'Neuer Schlüssel der anderen Seite seit',
  earlierUntil: 'Der bisherige Schlüssel gilt noch bis',
}
