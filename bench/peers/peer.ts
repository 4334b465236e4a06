/** A record as its tracker reports a change of it. */
export interface IncidentChange {
  readonly number: string
  readonly short_description: string
  readonly description: string
  readonly state: string
  readonly priority: string
  /** Oldest first. */
  readonly comments: readonly { readonly author: string; readonly body: string }[]
}

/** Something that people would take instead, running. */
export interface RunningPeer {
  /** Where a change is posted; it is answered once the flow is through. */
  readonly url: string
  /** Of all its processes. */
  cpuMs(): number
  residentMb(): number
  stop(): Promise<void>
}

export interface Peer {
  readonly name: string
  /** Undefined where it is not installed. */
  readonly version: () => string | undefined
  start(targetUrl: string): Promise<RunningPeer>
}

/**
 * The mapping of the template as text for a function node: fields renamed, a choice mapped, two texts joined, the newest comment.
 * Both peers run the very same lines. `change` is the record, `mapped` what they make of it.
 */
export const MAPPING = `
const STATES = { New: 'New', 'In Progress': 'In Progress', 'On Hold': 'On Hold', Resolved: 'Resolved', Closed: 'Closed', Canceled: 'Canceled' };
const LEVELS = { 1: ['1', '1'], 2: ['1', '2'], 3: ['2', '2'], 4: ['2', '3'], 5: ['3', '3'] };
const state = STATES[change.state];
if (state === undefined) throw new Error('unmapped ' + change.state);
const [impact, urgency] = LEVELS[change.priority.slice(0, 1)] || ['3', '3'];
const newest = change.comments[change.comments.length - 1];
const mapped = {
  fields: { correlation: change.number, summary: change.short_description, details: change.number + ': ' + change.description, state, impact, urgency },
  comment: newest ? { text: newest.author + ' (Acme):\\n' + newest.body } : undefined,
};
`

/** What each record of the target has to hold after the mapping. */
export const expectedDetails = ({ number, description }: IncidentChange): string => `${number}: ${description}`
