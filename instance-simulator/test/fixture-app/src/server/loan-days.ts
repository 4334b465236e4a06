import { gs } from '@servicenow/glide'

export const loanDays = (): number => parseInt(gs.getProperty('x_acme_shelf.loan_days', '7'), 10)
