/** What of bulk work is loaded once somebody has to do with it. */
export { BulkForm } from './bulk-form.tsx'
export { OneBulk } from './one-bulk.tsx'
