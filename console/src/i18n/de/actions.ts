export const actions = {
  deactivate: {
    label: 'Deaktivieren',
    text: '„{{name}}“ ruht für beide Seiten. {{remote}} wird benachrichtigt und sieht, dass Sie deaktiviert haben; nur Sie können wieder aktivieren. Änderungen beider Seiten werden aufbewahrt.',
    done: '{{name}} ist deaktiviert.',
  },
  activate: {
    label: 'Aktivieren',
    text: 'Ihre Pause von „{{name}}“ endet, und {{remote}} wird benachrichtigt. Die Verbindung arbeitet wieder, sofern {{remote}} sie nicht auch deaktiviert hat.',
    done: '{{name}} ist aktiviert.',
  },
  delete: {
    label: 'Verbindung löschen',
    text: '„{{name}}“ endet für immer, auf beiden Seiten. {{remote}} wird benachrichtigt, zeigt sie als von der Gegenseite getrennt und behält den Verlauf. Der Name ist sofort frei. Für eine neue Verbindung braucht es eine neue Einladung.',
    done: '{{name}} ist gelöscht.',
  },
  rotateKeys: {
    label: 'Schlüssel tauschen',
    text: 'Diese Seite erhält einen neuen Schlüssel für „{{name}}“. {{remote}} erfährt es von selbst und nimmt den bisherigen noch 7 Tage an. Auf der anderen Seite muss niemand etwas tun.',
    done: 'Ein neuer Schlüssel für {{name}} ist gemacht; die andere Seite erfährt es.',
  },
  rekey: {
    label: 'Schlüssel per Code erneuern',
    text: 'Für „{{name}}“ wird ein Code gemacht und einmal angezeigt; nur die Instanz von {{remote}} kann ihn einlösen, einen Tag lang. Deren Admin fügt ihn unter Einladung annehmen ein und bestätigt; dann haben beide Seiten frische Schlüssel, und der Verlauf bleibt. Bis dahin ändert sich nichts.',
    done: 'Ein Code, der die Schlüssel von {{name}} erneuert, ist ausgestellt.',
  },
  revoke: {
    label: 'Einladung widerrufen',
    text: 'Der Code von „{{name}}“ wird sofort wertlos. Wer ihn hat, kann nicht mehr annehmen. Sie können später einen neuen ausstellen.',
    done: 'Die Einladung von {{name}} ist widerrufen.',
  },
  reissue: {
    label: 'Neuen Code ausstellen',
    text: 'Für „{{name}}“ wird ein neuer Code erzeugt und einmal gezeigt. Der Code, der unterwegs ist, wird wertlos.',
    done: 'Ein neuer Code für {{name}} ist ausgestellt.',
  },
  approve: {
    label: 'Freigeben',
    text: '{{remote}} bekommt die Verbindung „{{name}}“. Beide Seiten werden von selbst aktiv, sobald der andere Knoten davon gehört hat; das kann einige Minuten dauern.',
    done: '{{name}} ist freigegeben.',
  },
  reject: {
    label: 'Ablehnen',
    text: '{{remote}} bekommt „{{name}}“ nicht: die Verbindung endet hier endgültig, die andere Seite erfährt, dass Sie abgelehnt haben, und der Code öffnet nichts mehr.',
    done: '{{name}} ist abgelehnt.',
  },
  deleteHereText:
    '„{{name}}“ endet für immer auf dieser Seite; ein offener Einladungscode wird wertlos. An die andere Seite wird nichts gesendet. Der Name ist sofort frei.',
}
