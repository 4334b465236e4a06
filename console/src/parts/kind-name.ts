import type { NodeType } from '@accord/shared/protocol'

const KINDS: Readonly<Record<NodeType, string>> = { SERVICENOW: 'ServiceNow', JIRA: 'Jira', GENERIC: 'Other' }

/** The product's name for a kind of instance. */
export const kindName = (kind: NodeType | null): string | null => (kind ? KINDS[kind] : null)
