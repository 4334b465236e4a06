/** The actor of an entry that names no person: the caller had the operator's token, or used the command line on the machine. */
export const OPERATOR_ACTOR = 'operator'
