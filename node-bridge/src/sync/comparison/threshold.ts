/** PROTOCOL.md §11.8: what more than one pair in a hundred brings after a restore a person sees before anything is overwritten. */
export const goesOnByItself = (differing: number, total: number): boolean => differing * 100 <= total
