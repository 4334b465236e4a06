import {
  BooleanColumn,
  DateTimeColumn,
  IntegerColumn,
  MultiLineTextColumn,
  StringColumn,
  Table,
  UrlColumn,
} from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

/** What the node knows about each connection, as rows of this instance. The node decides; this instance only shows. */
export const x_accrd_bridge_connection = Table({
  name: TABLES.connection,
  label: [
    { language: 'en', label: 'Connection', plural: 'Connections' },
    { language: 'de', label: 'Verbindung', plural: 'Verbindungen' },
  ],
  display: 'name',
  accessibleFrom: 'public',
  actions: ['read'],
  allowWebServiceAccess: true,
  schema: {
    name: StringColumn({
      label: [
        { language: 'en', label: 'Name' },
        { language: 'de', label: 'Name' },
      ],
      maxLength: 255,
      mandatory: true,
      readOnly: true,
    }),
    node_connection_id: StringColumn({
      label: [
        { language: 'en', label: 'Connection ID' },
        { language: 'de', label: 'ID der Verbindung' },
      ],
      maxLength: 40,
      unique: true,
      readOnly: true,
    }),
    revision: IntegerColumn({
      label: [
        { language: 'en', label: 'Revision' },
        { language: 'de', label: 'Revision' },
      ],
      default: 0,
      readOnly: true,
    }),
    side: StringColumn({
      label: [
        { language: 'en', label: 'Side' },
        { language: 'de', label: 'Seite' },
      ],
      maxLength: 40,
      readOnly: true,
      dropdown: 'dropdown_without_none',
      choices: {
        source: [
          { language: 'en', label: 'Source', sequence: 0 },
          { language: 'de', label: 'Quelle', sequence: 0 },
        ],
        destination: [
          { language: 'en', label: 'Destination', sequence: 1 },
          { language: 'de', label: 'Ziel', sequence: 1 },
        ],
      },
    }),
    state: StringColumn({
      label: [
        { language: 'en', label: 'State' },
        { language: 'de', label: 'Zustand' },
      ],
      maxLength: 40,
      readOnly: true,
      dropdown: 'dropdown_without_none',
      choices: {
        invited: [
          { language: 'en', label: 'Pending', sequence: 0 },
          { language: 'de', label: 'Ausstehend', sequence: 0 },
        ],
        pending: [
          { language: 'en', label: 'Confirming', sequence: 1 },
          { language: 'de', label: 'Wird bestätigt', sequence: 1 },
        ],
        awaiting_approval: [
          { language: 'en', label: 'Awaiting approval', sequence: 2 },
          { language: 'de', label: 'Wartet auf Freigabe', sequence: 2 },
        ],
        redeeming: [
          { language: 'en', label: 'Accepting', sequence: 3 },
          { language: 'de', label: 'Wird angenommen', sequence: 3 },
        ],
        active: [
          { language: 'en', label: 'Active', sequence: 4 },
          { language: 'de', label: 'Aktiv', sequence: 4 },
        ],
        deactivated: [
          { language: 'en', label: 'Deactivated', sequence: 5 },
          { language: 'de', label: 'Deaktiviert', sequence: 5 },
        ],
        expired: [
          { language: 'en', label: 'Expired', sequence: 6 },
          { language: 'de', label: 'Abgelaufen', sequence: 6 },
        ],
        revoked: [
          { language: 'en', label: 'Revoked', sequence: 7 },
          { language: 'de', label: 'Widerrufen', sequence: 7 },
        ],
        abandoned: [
          { language: 'en', label: 'Abandoned', sequence: 8 },
          { language: 'de', label: 'Aufgegeben', sequence: 8 },
        ],
        failed: [
          { language: 'en', label: 'Failed', sequence: 9 },
          { language: 'de', label: 'Fehlgeschlagen', sequence: 9 },
        ],
        peer_lost: [
          { language: 'en', label: 'Peer lost', sequence: 10 },
          { language: 'de', label: 'Gegenseite verloren', sequence: 10 },
        ],
        terminating: [
          { language: 'en', label: 'Deleting', sequence: 11 },
          { language: 'de', label: 'Wird gelöscht', sequence: 11 },
        ],
        terminated: [
          { language: 'en', label: 'Deleted', sequence: 12 },
          { language: 'de', label: 'Gelöscht', sequence: 12 },
        ],
        terminated_by_peer: [
          { language: 'en', label: 'Disconnected by peer', sequence: 13 },
          { language: 'de', label: 'Von der Gegenseite getrennt', sequence: 13 },
        ],
        deactivated_by_peer: [
          { language: 'en', label: 'Deactivated by peer', sequence: 14 },
          { language: 'de', label: 'Von der Gegenseite deaktiviert', sequence: 14 },
        ],
        deactivated_by_both: [
          { language: 'en', label: 'Deactivated by both', sequence: 15 },
          { language: 'de', label: 'Beiderseits deaktiviert', sequence: 15 },
        ],
      },
    }),
    state_reason_code: StringColumn({
      label: [
        { language: 'en', label: 'Reason' },
        { language: 'de', label: 'Grund' },
      ],
      maxLength: 60,
      readOnly: true,
    }),
    state_reason_detail: StringColumn({
      label: [
        { language: 'en', label: 'Reason detail' },
        { language: 'de', label: 'Grund im Einzelnen' },
      ],
      maxLength: 1000,
      readOnly: true,
    }),
    local_short_name: StringColumn({
      label: [
        { language: 'en', label: 'Local instance short name' },
        { language: 'de', label: 'Kurzname der lokalen Instanz' },
      ],
      maxLength: 50,
      readOnly: true,
    }),
    remote_short_name: StringColumn({
      label: [
        { language: 'en', label: 'Remote instance short name' },
        { language: 'de', label: 'Kurzname der entfernten Instanz' },
      ],
      maxLength: 50,
      readOnly: true,
    }),
    description: MultiLineTextColumn({
      label: [
        { language: 'en', label: 'Description' },
        { language: 'de', label: 'Beschreibung' },
      ],
      maxLength: 4000,
      readOnly: true,
    }),
    mode: StringColumn({
      label: [
        { language: 'en', label: 'Configuration mode' },
        { language: 'de', label: 'Konfigurationsmodus' },
      ],
      maxLength: 40,
      readOnly: true,
      dropdown: 'dropdown_without_none',
      choices: {
        basic: [
          { language: 'en', label: 'Basic', sequence: 0 },
          { language: 'de', label: 'Basic', sequence: 0 },
        ],
        visual: [
          { language: 'en', label: 'Visual', sequence: 1 },
          { language: 'de', label: 'Visual', sequence: 1 },
        ],
        script: [
          { language: 'en', label: 'Script', sequence: 2 },
          { language: 'de', label: 'Script', sequence: 2 },
        ],
      },
    }),
    is_local: BooleanColumn({
      label: [
        { language: 'en', label: 'Local connection' },
        { language: 'de', label: 'Lokale Verbindung' },
      ],
      default: false,
      readOnly: true,
    }),
    remote_name: StringColumn({
      label: [
        { language: 'en', label: 'Remote instance' },
        { language: 'de', label: 'Entfernte Instanz' },
      ],
      maxLength: 100,
      readOnly: true,
    }),
    remote_node_url: UrlColumn({
      label: [
        { language: 'en', label: 'Remote node URL' },
        { language: 'de', label: 'URL des entfernten Knotens' },
      ],
      maxLength: 2048,
      readOnly: true,
    }),
    remote_instance_url: UrlColumn({
      label: [
        { language: 'en', label: 'Remote instance URL' },
        { language: 'de', label: 'URL der entfernten Instanz' },
      ],
      maxLength: 2048,
      readOnly: true,
    }),
    remote_instance_uid: StringColumn({
      label: [
        { language: 'en', label: 'Remote instance UID' },
        { language: 'de', label: 'UID der entfernten Instanz' },
      ],
      maxLength: 40,
      readOnly: true,
    }),
    remote_node_type: StringColumn({
      label: [
        { language: 'en', label: 'Remote kind' },
        { language: 'de', label: 'Art der Gegenseite' },
      ],
      maxLength: 40,
      readOnly: true,
      dropdown: 'dropdown_with_none',
      choices: {
        SERVICENOW: [
          { language: 'en', label: 'ServiceNow', sequence: 0 },
          { language: 'de', label: 'ServiceNow', sequence: 0 },
        ],
        JIRA: [
          { language: 'en', label: 'Jira', sequence: 1 },
          { language: 'de', label: 'Jira', sequence: 1 },
        ],
        GENERIC: [
          { language: 'en', label: 'Other', sequence: 2 },
          { language: 'de', label: 'Andere', sequence: 2 },
        ],
      },
    }),
    remote_node_version: StringColumn({
      label: [
        { language: 'en', label: 'Remote node version' },
        { language: 'de', label: 'Version des entfernten Knotens' },
      ],
      maxLength: 40,
      readOnly: true,
    }),
    remote_key_fingerprint: StringColumn({
      label: [
        { language: 'en', label: 'Remote key fingerprint' },
        { language: 'de', label: 'Fingerabdruck des entfernten Schlüssels' },
      ],
      maxLength: 100,
      readOnly: true,
    }),
    local_key_fingerprint: StringColumn({
      label: [
        { language: 'en', label: 'Local key fingerprint' },
        { language: 'de', label: 'Fingerabdruck des lokalen Schlüssels' },
      ],
      maxLength: 100,
      readOnly: true,
    }),
    rest_version: StringColumn({
      label: [
        { language: 'en', label: 'Protocol version' },
        { language: 'de', label: 'Protokollversion' },
      ],
      maxLength: 40,
      readOnly: true,
    }),
    activated_at: DateTimeColumn({
      label: [
        { language: 'en', label: 'Active since' },
        { language: 'de', label: 'Aktiv seit' },
      ],
      readOnly: true,
    }),
    health: StringColumn({
      label: [
        { language: 'en', label: 'Answers of the other side' },
        { language: 'de', label: 'Antworten der anderen Seite' },
      ],
      maxLength: 40,
      readOnly: true,
      dropdown: 'dropdown_with_none',
      choices: {
        up: [
          { language: 'en', label: 'Prompt', sequence: 0 },
          { language: 'de', label: 'Rasch', sequence: 0 },
        ],
        slow: [
          { language: 'en', label: 'Slow, or one was missed', sequence: 1 },
          { language: 'de', label: 'Langsam, oder eine blieb aus', sequence: 1 },
        ],
        down: [
          { language: 'en', label: 'None: it is tried again by itself', sequence: 2 },
          { language: 'de', label: 'Keine: es wird von selbst wieder versucht', sequence: 2 },
        ],
      },
    }),
    last_contact_at: DateTimeColumn({
      label: [
        { language: 'en', label: 'Last contact' },
        { language: 'de', label: 'Letzter Kontakt' },
      ],
      readOnly: true,
    }),
  },
})
