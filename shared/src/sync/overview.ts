/** So far back the first page shows what has moved, hour by hour. */
export const OVERVIEW_HOURS = 24
