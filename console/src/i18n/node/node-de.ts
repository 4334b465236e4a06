import type { Texts } from '../en/texts.ts'
import type { nodeEn } from './node-en.ts'

/** Nur in der eigenen Konsole des Knotens: ihre Benutzer, und was diese Seite ist. */
export const nodeDe: Texts<typeof nodeEn> = {
  userName: 'Benutzername',
  password: 'Passwort',
  showPassword: 'Passwort zeigen oder verbergen',
  signIn: 'Anmelden',
  signInTitle: 'Bei Accord anmelden',
  signInLead: 'Die Konsole dieses Knotens, für seine Betreiber und für eine Seite ohne ServiceNow.',
  signInAgain:
    'Ihre Sitzung ist beendet. Melden Sie sich an und machen Sie weiter; die Seite behält, was Sie geschrieben haben.',
  toSignIn: 'Zur Anmeldung',
  welcome: 'Legen Sie Ihr Passwort fest',
  welcomeLead: 'Sie sind {{name}}, mit der Rolle {{role}}. Mit Ihrem Passwort können Sie sich von da an anmelden.',
  roles: { admin: 'admin', maintainer: 'maintainer', auditor: 'auditor' },
  newPassword: 'Neues Passwort',
  repeatPassword: 'Passwort wiederholen',
  currentPassword: 'Jetziges Passwort',
  passwordHint:
    'Mindestens 12 Zeichen. Vier Wörter, die nichts miteinander zu tun haben, sind besser als Sonderzeichen.',
  changeHint: 'Mindestens 12 Zeichen. Ihre anderen Sitzungen enden.',
  passwordsDiffer: 'Die beiden sind nicht gleich.',
  setPassword: 'Passwort festlegen und anmelden',
  changePassword: 'Passwort ändern',
  passwordChanged: 'Das Passwort ist geändert.',
  sessions: 'Sitzungen',
  thisSession: '{{address}} (diese)',
  sessionTimes: 'Seit {{since}}, zuletzt gesehen {{seen}}.',
  endOthers: 'Alle anderen beenden',
  signOut: 'Abmelden',
  setupLead:
    'Sagen Sie, was an dieser Seite steht: ein anderer Tracker, oder eine ServiceNow-Instanz, die sich mit einem Code koppelt.',
  trackerTitle: 'Der Tracker an dieser Seite',
  trackerLead: 'Die andere Seite liest das, bevor sie Ihnen vertraut. Der Knoten selbst ruft diese Adresse nicht auf.',
  trackerKind: 'Art',
  trackerUrl: 'Adresse des Trackers',
  trackerName: 'Name dieser Seite',
  trackerNameHint: 'Meist Ihr Unternehmen, wie die andere Seite es kennt',
  trackerSave: 'Speichern',
  trackerSaved: 'Der Tracker ist gespeichert.',
  pairingTitle: 'Eine ServiceNow-Instanz',
  pairingLead:
    'Ist diese Seite eine ServiceNow-Instanz, fügt deren Admin dort unter Accord → Einrichtung einen Kopplungscode ein.',
  pairingAgain:
    'Eine Instanz ist gekoppelt. Ein neuer Code koppelt an ihrer Stelle eine andere, oder dieselbe von neuem.',
  pairingUntil: 'Er gilt einmal, bis {{until}}.',
  showPairing: 'Kopplungscode zeigen',
  copyPairing: 'Kopplungscode kopieren',
}
