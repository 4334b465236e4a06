import type { Texts } from '../en/texts.ts'
import type { usersEn } from './users-en.ts'

/** Die Benutzer der eigenen Konsole des Knotens. */
export const usersDe: Texts<typeof usersEn> = {
  title: 'Benutzer',
  lead: 'Wer die Konsole dieses Knotens benutzen darf. Jeder Mensch hat einen eigenen Namen; ihn zeigt das Protokoll.',
  needsAdmin: 'Benutzer sieht und ändert ein admin der Konsole.',
  listTitle: 'Alle Benutzer',
  addTitle: 'Benutzer hinzufügen',
  name: 'Name',
  nameHint: 'Buchstaben, Ziffern und . _ @ -, höchstens 50 Zeichen',
  nameTaken: 'Einen Benutzer dieses Namens gibt es schon. Ändern Sie die Rolle in der Liste.',
  nameWrong:
    'Beginnen Sie mit einem Buchstaben oder einer Ziffer; dann Buchstaben, Ziffern und . _ @ -, höchstens 50 Zeichen.',
  role: 'Rolle',
  roles: {
    admin: 'admin: verbindet, ändert Einstellungen, verwaltet Benutzer',
    maintainer: 'maintainer: hält an, widerruft, stößt Aufträge neu an',
    auditor: 'auditor: sieht alles, ändert nichts',
  },
  add: 'Benutzer hinzufügen',
  states: { active: 'Aktiv', invited: 'Eingeladen', disabled: 'Gesperrt' },
  you: '(Sie)',
  publishes: 'veröffentlicht Skripte',
  neverIn: 'nie angemeldet',
  lastIn: 'zuletzt angemeldet',
  actionsFor: 'Aktionen für {{name}}',
  linkTitle: 'Einrichtungslink für {{name}}',
  linkLead:
    'Geben Sie ihn {{name}} auf sicherem Weg. Er gilt einmal, bis {{until}}, und steht nur hier und nur jetzt: Wer ihn zuerst öffnet, setzt das Passwort.',
  copyLink: 'Einrichtungslink kopieren',
  hideLink: 'Fertig, verbergen',
  actions: {
    admin: 'Zum admin machen',
    maintainer: 'Zum maintainer machen',
    auditor: 'Zum auditor machen',
    letPublish: 'Skripte veröffentlichen lassen',
    stopPublishing: 'Keine Skripte mehr veröffentlichen lassen',
    reset: 'Zurücksetzen: neuer Einrichtungslink',
    disable: 'Sperren',
    enable: 'Wieder zulassen',
  },
  asks: {
    admin: '{{name}} kann dann verbinden, die Einstellungen ändern und Benutzer verwalten, vom nächsten Klick an.',
    maintainer:
      '{{name}} kann dann Verbindungen anhalten und widerrufen und Aufträge neu anstoßen, vom nächsten Klick an.',
    auditor: '{{name}} kann dann nur noch ansehen, vom nächsten Klick an.',
    letPublish:
      '{{name}} kann dann Skripte schreiben und veröffentlichen: was diese Seite verlässt und was hier geschrieben wird.',
    stopPublishing:
      '{{name}} kann Skripte dann ansehen und ausprobieren, aber keine veröffentlichen, vom nächsten Klick an.',
    reset:
      'Passwort und alle Sitzungen von {{name}} enden sofort. Sie bekommen einen neuen Einrichtungslink zum Weitergeben.',
    disable:
      'Alle Sitzungen von {{name}} enden sofort, und kein Passwort und kein Link führt hinein, bis Sie den Benutzer wieder zulassen.',
    enable: '{{name}} kann sich wieder anmelden, mit dem Passwort wie zuvor.',
  },
  done: 'Der Benutzer {{name}} ist geändert.',
}
