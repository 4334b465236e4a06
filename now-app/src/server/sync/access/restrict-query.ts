/** `condition` holds for every part of a query that `^NQ` joins; appended at the end it would hold for the last one only. */
export const restrictQuery = (query: string, condition: string): string =>
  query
    .split('^NQ')
    .map((part) => (part === '' ? condition : `${part}^${condition}`))
    .join('^NQ')
