/** The shipped job that stores what the node knows: at once after a pairing, and each five minutes. */
export const RECONCILE_JOB = 'Accord: reconcile connections with the node'
