import type { needs as english } from '../en/needs.ts'
import type { Texts } from '../en/texts.ts'

export const needs: Texts<typeof english> = {
  title: 'Braucht jetzt einen Menschen',
  nothing: 'Nichts braucht jemanden.',
  since: 'seit',
  notReported: 'noch nicht gemeldet',
  causes: {
    pairs_held_one: '{{count}} Datensatz wartet auf einen Menschen',
    pairs_held_other: '{{count}} Datensätze warten auf einen Menschen',
    sync_stuck: 'Änderungen kommen nicht voran',
    comparison_waits: 'Ein Vergleich nach einer Wiederherstellung wartet auf eine Entscheidung',
    canary_fell_back: 'Regeln, die einige Paare erprobten, wurden zurückgenommen',
    dictionary_changed: 'Felder, die Regeln nennen, haben sich geändert',
    peer_away: 'Die andere Seite antwortet nicht',
    peer_lost: 'Die andere Seite hat die Verbindung vergessen',
    approval_asked: 'Wartet auf Ihre Zustimmung',
    invitation_ends: 'Der Code der Einladung läuft bald ab',
    instance_refuses: 'Die Instanz ist nicht zu erreichen',
    instance_copied: 'Eine Kopie der Instanz wurde abgewiesen',
    licence_ends: 'Die Lizenz läuft ab',
    licence_ended: 'Die Lizenz ist abgelaufen',
    jobs_dead: 'Aufträge wurden aufgegeben',
    audit_broken: 'Das Audit-Protokoll wurde von Hand geändert',
  },
}
