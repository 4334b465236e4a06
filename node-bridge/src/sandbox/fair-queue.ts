/** First come, first served for each owner; the owners take turns, so that the many runs of one hold up nobody else's. */
export class FairQueue<T> {
  readonly #byOwner = new Map<string, T[]>()
  #size = 0

  get size(): number {
    return this.#size
  }

  add(owner: string, item: T): void {
    const own = this.#byOwner.get(owner)
    if (own) own.push(item)
    else this.#byOwner.set(owner, [item])
    this.#size++
  }

  take(): T | undefined {
    for (const [owner, own] of this.#byOwner) {
      const item = own.shift()
      this.#byOwner.delete(owner)
      if (own.length > 0) this.#byOwner.set(owner, own)
      this.#size--
      return item
    }
    return undefined
  }
}
