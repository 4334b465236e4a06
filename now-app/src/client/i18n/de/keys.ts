export const keys = {
  rotateKeys: 'Schlüssel tauschen',
  rotateKeysText:
    'Diese Seite erhält einen neuen Schlüssel für „{{name}}“. {{remote}} erfährt es von selbst und nimmt den bisherigen noch 7 Tage an. Auf der anderen Seite muss niemand etwas tun.',
  rotateKeysDone: 'Ein neuer Schlüssel für {{name}} ist gemacht; die andere Seite erfährt es.',
  rekey: 'Schlüssel per Code erneuern',
  rekeyText:
    'Für „{{name}}“ wird ein Code gemacht und einmal angezeigt; nur die Instanz von {{remote}} kann ihn einlösen, einen Tag lang. Deren Admin fügt ihn unter Einladung annehmen ein und bestätigt; dann haben beide Seiten frische Schlüssel, und der Verlauf bleibt. Bis dahin ändert sich nichts.',
  renews: 'Dieser Code erneuert die Schlüssel einer Verbindung, die Sie haben oder vor einer Wiederherstellung hatten.',
}
