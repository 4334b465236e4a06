import { ERROR_CODES, type ErrorCode, isSyncErrorCode } from '@accord/shared/protocol'
import type { MESSAGES } from '../src/server/message-texts.ts'

/**
 * Names that stand in records of the platform, in German: table, then column, then the English name. Labels of our own
 * tables and choices stand beside the English ones, where the table is declared.
 */
export const GERMAN_NAMES: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  sys_app_application: { hint: { 'Connections with other companies': 'Verbindungen mit anderen Unternehmen' } },
  sys_app_module: {
    title: {
      Connections: 'Verbindungen',
      'Connection list': 'Verbindungsliste',
      Console: 'Konsole',
      'Set-up': 'Einrichtung',
      'Sync pairs': 'Sync-Paare',
      'Handshake log': 'Protokoll des Verbindungsaufbaus',
      'Sync access': 'Sync-Zugriff',
      Support: 'Support',
    },
    hint: {
      'All connections of this instance, live': 'Alle Verbindungen dieser Instanz, mit ihrem jetzigen Zustand',
      'The records of all connections, as the platform lists them':
        'Die Datensätze aller Verbindungen, wie die Plattform sie auflistet',
      'What needs you, and connections with their live state':
        'Was Sie braucht, und Verbindungen mit ihrem jetzigen Zustand',
      'Pair this instance with its bridge node': 'Diese Instanz mit ihrem Knoten koppeln',
      'Which record is kept equal with which one of the other company':
        'Welcher Datensatz mit welchem des anderen Unternehmens gleich gehalten wird',
      'Who did what to which connection': 'Wer was mit welcher Verbindung getan hat',
      'Versions, logs and diagnosis': 'Versionen, Protokolle und Diagnose',
      'What Accord may read and write of each table': 'Was Accord von jeder Tabelle lesen und schreiben darf',
    },
  },
  sys_ui_action: {
    name: {
      'Initiate Connection': 'Verbindung einleiten',
      'Accept invitation': 'Einladung annehmen',
      Activate: 'Aktivieren',
      Deactivate: 'Deaktivieren',
      'Delete connection': 'Verbindung löschen',
      'Open in console': 'In der Konsole öffnen',
      'Re-issue code': 'Neuen Code ausstellen',
      'Revoke invitation': 'Einladung widerrufen',
      'Rotate keys': 'Schlüssel tauschen',
      Accord: 'Accord',
    },
    hint: {
      'Create a connection and the invitation code for the other company':
        'Eine Verbindung und den Einladungscode für das andere Unternehmen anlegen',
      'Paste the invitation code that the other company sent':
        'Den Einladungscode einfügen, den das andere Unternehmen geschickt hat',
      'See with which record of another company this one is kept equal':
        'Sehen, mit welchem Datensatz eines anderen Unternehmens dieser gleich gehalten wird',
      'End the pause of this side': 'Die Pause dieser Seite beenden',
      'Pause the connection; only this side can resume it; asks first':
        'Die Verbindung ruhen lassen; nur diese Seite kann sie wieder aktivieren; fragt vorher',
      'End the connection for ever; asks first': 'Die Verbindung für immer beenden; fragt vorher',
      'See the live state and the handshake log of this connection':
        'Den jetzigen Zustand und das Protokoll dieser Verbindung sehen',
      'Make a new invitation code, which is shown once; asks first':
        'Einen neuen Einladungscode erzeugen, der einmal gezeigt wird; fragt vorher',
      'Make the open invitation code worthless': 'Den offenen Einladungscode wertlos machen',
      "Replace this side's key of the connection; asks first":
        'Den Schlüssel dieser Seite für die Verbindung ersetzen; fragt vorher',
    },
  },
  sys_ui_section: {
    caption: {
      Connection: 'Verbindung',
      'Remote side': 'Andere Seite',
      Handshake: 'Verbindungsaufbau',
      'Sync pairs': 'Sync-Paare',
      'Sync pair': 'Sync-Paar',
      Invitations: 'Einladungen',
    },
  },
}

/** What a form says, in German. */
export const GERMAN_MESSAGES: Readonly<Record<keyof typeof MESSAGES, string>> = {
  activated: 'Die Pause dieser Seite ist beendet; die andere Seite ist benachrichtigt.',
  revoked: 'Die Einladung ist widerrufen: Ihr Code öffnet nichts mehr.',
  changedAtNode:
    'Eine Verbindung wird an ihrem Knoten geändert, nie in dieser Tabelle. Benutzen Sie die Konsole von Accord.',
  logIsHistory: 'Das Protokoll lässt sich nicht ändern: Es zeigt, was geschehen ist.',
  noTable: 'Es gibt keine Tabelle {0}.',
  closedTable: 'Accord öffnet {0} nie: Sie enthält Rechte, Geheimnisse oder Skripte.',
  mayNotLeave: '{0}: keine Felder von {1}, die hinaus dürfen.',
  mayNotBeWritten: '{0}: keine Felder von {1}, die Accord schreiben darf.',
  noJournals: '{0}: keine Journale von {1}.',
  noWritableJournals: '{0}: keine Journale von {1}, in die geschrieben werden darf.',
  recordTitle: 'Sync dieses Datensatzes',
  recordNone: 'Dieser Datensatz wird mit keinem Datensatz eines anderen Unternehmens gleich gehalten.',
  recordTheirs: 'Datensatz von',
  recordSince: 'Seit',
  recordLastOut: 'Letzte Änderung von hier',
  recordLastIn: 'Letzte Änderung von dort',
  recordNever: 'nie',
  recordOpen: 'In Accord öffnen',
  recordSyncNow: 'Jetzt abgleichen',
  recordAsked: 'Der Datensatz wird jetzt angesehen; was sich geändert hat, wird gesendet.',
  recordConnect: 'Mit einem vorhandenen Datensatz verbinden',
  recordUnlink: 'Trennen',
  recordBack: 'Zurück zum Datensatz',
  recordRefused: 'Das hat nicht geklappt. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
  recordNewTab: 'öffnet einen neuen Tab',
  recordPlaceList: 'Sync-Paare unter diesen Formularen zeigen, für alle',
  recordListPlaced: 'Die Liste Sync pairs steht jetzt unter den Formularen dieser Tabelle.',
  recordRemoveList: 'Die Liste Sync pairs von diesen Formularen nehmen',
  recordListRemoved: 'Die Liste Sync pairs steht nicht mehr unter diesen Formularen.',
  recordNoLists:
    'Diese Formulare haben noch keine eigenen zugehörigen Listen. Öffnen Sie eines, wählen Sie in seinem Menü Konfigurieren > Zugehörige Listen, und fügen Sie Sync pairs hinzu.',
  recordStarting: 'Nichts zu tun: Der Datensatz ist unterwegs zu {0}.',
  recordLinked: 'Nichts zu tun: Änderungen gehen zu {0} und zurück.',
  recordComparing: 'Beide Seiten werden verglichen. Wo sie abweichen, entscheidet jemand, der Accord verwaltet.',
  recordHeld:
    'Wartet auf einen Menschen: Wer Accord verwaltet, behebt die Ursache und versucht es erneut. Spätere Änderungen warten so lange.',
  recordDeclined: 'Nichts zu tun: Die Regeln senden diesen Datensatz nicht an {0}.',
  recordEnded: 'Es geht nichts mehr hin und her. Der Datensatz hier bleibt, wie er ist.',
  listsTooLong: 'Die Listen von {0} sind zu lang. Nennen Sie weniger Felder.',
}

/** The causes of a quarantine, whose titles stand in the rows of pairs. */
export const CAUSES: readonly ErrorCode[] = (Object.keys(ERROR_CODES) as ErrorCode[]).filter(isSyncErrorCode)

/** The refusals that a button of a form can meet; the words of both languages are the console's. */
export const REFUSALS_OF_FORMS: readonly ErrorCode[] = [
  'connection_unknown',
  'state_conflict',
  'not_paired',
  'instance_copied',
  'node_unreachable',
  'protocol_violation',
  'row_refused',
  'internal',
  'retry_later',
]
