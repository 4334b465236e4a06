/** A transaction took longer than its quota. What it has written stays. */
export class TransactionCancelled extends Error {
  constructor() {
    super('Transaction cancelled: maximum execution time exceeded')
  }
}
