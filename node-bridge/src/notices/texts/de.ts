import type { NoticeTexts } from './notice-texts.ts'

/** Was ein Paar warten lässt, in wenigen Worten; was hier fehlt, steht mit seinem Code da. */
const FAULTS: Readonly<Record<string, string>> = {
  access_missing: 'der Sync-Zugriff erlaubt eine Tabelle oder ein Feld nicht',
  choice_unknown: 'ein Feld hat die Auswahl nicht',
  comparison_differs: 'nach einer Wiederherstellung unterscheiden sich die Datensätze',
  journal_widened: 'ein interner Eintrag würde sichtbar',
  many_deletes: 'die andere Seite hat viele Datensätze gelöscht, und die Regeln würden es hier auch tun',
  lookup_ambiguous: 'bei einer Suche passt mehr als ein Datensatz',
  loop: 'die Änderung kam schon einmal durch diese Instanz',
  ping_pong: 'beide Seiten ändern abwechselnd dieselben Felder',
  record_gone: 'der Datensatz ist nicht mehr da',
  refused_by_instance: 'die Instanz lehnt das Schreiben ab',
  replica_invalid: 'was das ausgehende Skript erzeugt, lässt sich nicht senden',
  script_out_of_memory: 'ein Skript braucht zu viel Speicher',
  script_threw: 'ein Skript endete mit einem Fehler',
  script_timed_out: 'ein Skript brauchte zu lange',
  too_large: 'was gesendet werden soll, ist zu groß',
  value_unmapped: 'keine Zeile der Zuordnung passt auf ein Wort',
  instance_hibernates: 'sie schläft',
  instance_quota_used: 'die Aufrufe dieser Stunde sind verbraucht',
  callback_rate_limited: 'sie begrenzt die Aufrufe',
  instance_unreachable: 'sie antwortet nicht',
  unauthenticated: 'sie weist die Anmeldung des Knotens ab',
}
const titled = (code: string): string => (FAULTS[code] ? `${FAULTS[code]} (${code})` : code)

const records = (count: number): string => (count === 1 ? '1 Datensatz wartet' : `${count} Datensätze warten`)

export const DE: NoticeTexts = {
  causes: {
    pairs_held: ({ count, subject }) => `${records(count)} auf einen Menschen: ${titled(subject)}`,
    sync_stuck: ({ count }) =>
      `bei ${count === 1 ? '1 Änderung' : `${count} Änderungen`} ist seit einer Viertelstunde nichts geschehen`,
    comparison_waits: () =>
      'nach einer Wiederherstellung unterscheidet sich mehr, als ohne Ihr Wort überschrieben wird',
    canary_fell_back: ({ subject }) =>
      `Regeln für die Tabelle ${subject} scheiterten an den Paaren, die sie erprobten, und wurden zurückgenommen`,
    dictionary_changed: ({ count, subject }) =>
      `${count === 1 ? '1 Feld, das' : `${count} Felder, die`} die Regeln der Tabelle ${subject} nennen, ${count === 1 ? 'hat' : 'haben'} sich in der Instanz geändert`,
    peer_away: () => 'die andere Seite antwortet nicht',
    peer_lost: () => 'die andere Seite hat die Verbindung vergessen',
    approval_asked: () => 'die andere Seite hat die Einladung angenommen, und Sie müssen zustimmen',
    invitation_ends: () => 'niemand hat die Einladung angenommen, und ihr Code läuft bald ab',
    instance_refuses: ({ subject }) => `die Instanz ist nicht zu erreichen: ${titled(subject)}`,
    instance_copied: () => 'eine Kopie der Instanz hat diesen Knoten gerufen und wurde abgewiesen',
    licence_ends: () => 'die Lizenz dieses Knotens läuft ab',
    licence_ended: () =>
      'die Lizenz dieses Knotens ist abgelaufen: Was besteht, läuft weiter, Neues lässt sich nicht verbinden',
    jobs_dead: ({ count, subject }) =>
      `${count === 1 ? '1 Auftrag' : `${count} Aufträge`} der Warteschlange ${subject} ${count === 1 ? 'wurde' : 'wurden'} aufgegeben`,
    audit_broken: () => 'das Audit-Protokoll wurde von Hand geändert',
  },
  ends: {
    pairs_held: ({ subject }) => `kein Datensatz wartet mehr: ${titled(subject)}`,
    sync_stuck: () => 'Änderungen kommen wieder voran',
    comparison_waits: () => 'der Vergleich nach der Wiederherstellung geht weiter',
    canary_fell_back: ({ subject }) => `zurückgenommene Regeln für die Tabelle ${subject}`,
    dictionary_changed: ({ subject }) => `die Regeln der Tabelle ${subject} passen wieder zur Instanz`,
    peer_away: () => 'die andere Seite antwortet wieder',
    peer_lost: () => 'die andere Seite kennt die Verbindung wieder, oder sie ist beendet',
    approval_asked: () => 'nichts wartet mehr auf Ihre Zustimmung',
    invitation_ends: () => 'die Einladung wurde angenommen oder ist abgelaufen',
    instance_refuses: () => 'die Instanz ist wieder zu erreichen',
    instance_copied: () => 'keine Kopie der Instanz ruft mehr',
    licence_ends: () => 'die Lizenz dieses Knotens wurde verlängert',
    licence_ended: () => 'dieser Knoten hat wieder eine Lizenz',
    jobs_dead: ({ subject }) => `kein Auftrag der Warteschlange ${subject} ist mehr aufgegeben`,
    audit_broken: () => 'das Audit-Protokoll wird weitergeführt',
  },
  remedies: {
    pairs_held:
      'Öffnen Sie die Warteschlange: Sie nennt die Abhilfe der Ursache und versucht alle erneut. Alle anderen Datensätze laufen weiter.',
    sync_stuck:
      'Starten Sie die Diagnose der Verbindung: Sie sagt, ob die andere Seite oder Ihre Instanz nicht antwortet.',
    comparison_waits:
      'Sehen Sie auf der Seite der Verbindung nach, was sich unterscheidet, und lassen Sie es dann weitergehen.',
    canary_fell_back:
      'Die Versionen der Regeln zeigen, an welchen Paaren sie scheiterten. Bis dahin gelten die Regeln von vorher.',
    dictionary_changed:
      'Die Seite der Regeln nennt jedes Feld mit seiner Zeile. Berichtigen Sie es, bevor ein Datensatz daran scheitert.',
    peer_away:
      'Es wird von selbst wieder versucht, und nichts geht verloren. Die Diagnose der Verbindung sagt, was im Weg steht.',
    peer_lost:
      'Vielleicht wurde dort eine Sicherung eingespielt. Kommt sie nicht von selbst zurück, erneuern Sie die Schlüssel mit einem Code.',
    approval_asked:
      'Öffnen Sie die Verbindung, vergleichen Sie den Fingerabdruck mit der anderen Seite und stimmen Sie zu oder lehnen Sie ab.',
    invitation_ends:
      'Erinnern Sie die andere Firma, oder stellen Sie auf der Seite der Verbindung einen neuen Code aus.',
    instance_refuses:
      'Die Voraussetzungen nennen, was im Weg steht. Nichts geht verloren, und es wird von selbst wieder versucht.',
    instance_copied: 'Entfernen Sie die Kopplung auf der Kopie, oder koppeln Sie sie mit einem eigenen Knoten.',
    licence_ends: 'Installieren Sie die nächste Lizenz unter Allgemeine Einstellungen.',
    licence_ended: 'Installieren Sie eine Lizenz unter Allgemeine Einstellungen.',
    jobs_dead: 'Die Seite der Aufträge nennt den Grund; ist er behoben, versuchen Sie es dort erneut.',
    audit_broken: 'Lassen Sie die Datenbank, wie sie ist, und rufen Sie auf: accord audit verify',
  },
  test: 'dies ist ein Test: Benachrichtigungen dieses Knotens kommen hier an',
  since: (time) => `Seit ${time}`,
  began: (time) => `Es begann am ${time}`,
  until: (time) => `Bis ${time}`,
  grew: (more, time) => `${more} mehr seit ${time}`,
  over: 'Vorbei',
  remedy: 'Was zu tun ist',
  several: (open, over) =>
    [
      ...(open > 0 ? [open === 1 ? '1 Sache braucht Sie' : `${open} Sachen brauchen Sie`] : []),
      ...(over > 0 ? [over === 1 ? '1 ist vorbei' : `${over} sind vorbei`] : []),
    ].join(', '),
  hidden: (count) => `Und ${count} weitere, die die Konsole zeigt.`,
  node: (name, url) => `Vom Accord-Knoten ${name} unter ${url}`,
  footer:
    'Höchstens eine Benachrichtigung je Ursache und Stunde, und eine, wenn es vorbei ist. Nichts aus einem Datensatz steht darin. Antworten Sie nicht: Niemand liest es.',
}
