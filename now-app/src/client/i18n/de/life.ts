export const life = {
  deactivate: 'Deaktivieren',
  deactivateText:
    '„{{name}}“ ruht für beide Seiten. {{remote}} wird benachrichtigt und sieht, dass Sie deaktiviert haben; nur Sie können wieder aktivieren. Änderungen beider Seiten werden aufbewahrt.',
  deactivateDone: '{{name}} ist deaktiviert.',
  activate: 'Aktivieren',
  activateText:
    'Ihre Pause von „{{name}}“ endet, und {{remote}} wird benachrichtigt. Die Verbindung arbeitet wieder, sofern {{remote}} sie nicht auch deaktiviert hat.',
  activateDone: '{{name}} ist aktiviert.',
  delete: 'Verbindung löschen',
  deleteText:
    '„{{name}}“ endet für immer, auf beiden Seiten. {{remote}} wird benachrichtigt, zeigt sie als von der Gegenseite getrennt und behält den Verlauf. Der Name ist sofort frei. Für eine neue Verbindung braucht es eine neue Einladung.',
  deleteHereText:
    '„{{name}}“ endet für immer auf dieser Seite; ein offener Einladungscode wird wertlos. An die andere Seite wird nichts gesendet. Der Name ist sofort frei.',
  deleteDone: '{{name}} ist gelöscht.',
  health: 'Antworten der anderen Seite',
  healths: {
    up: 'prompt',
    slow: 'langsam, oder eine fehlte',
    down: 'keine: es wird von selbst wieder versucht',
    none: 'noch nicht gefragt',
  },
}
