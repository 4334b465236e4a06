/** Whoever holds the operator's token or sits at the machine, where nobody has named a person. */
export const OPERATOR_ACTOR = 'operator'
