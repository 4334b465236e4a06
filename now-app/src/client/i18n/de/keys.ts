export const keys = {
  renews: 'Dieser Code erneuert die Schlüssel einer Verbindung, die Sie haben oder vor einer Wiederherstellung hatten.',
}
