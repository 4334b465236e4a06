import type { SeenLease } from '../store/jobs/serial-queue-leases.ts'

/** A worker that lives renews its leases once between two looks; at the fourth look it has missed three renewals. */
const LOOKS = 4

/**
 * Recognizes the leases of a dead worker: they are not renewed. It compares no clocks, neither of two machines nor of one machine
 * before and after a jump; only that the looks come at a distance of a third of a lease (docs/decisions/0018). To be called
 * with all leases at each look; answers those that stood unchanged through so many looks.
 */
export function createLeaseWatch(): (leases: readonly SeenLease[]) => SeenLease[] {
  let seen = new Map<string, number>()
  return (leases) => {
    const looks = new Map(leases.map((lease) => [lease, (seen.get(nameOf(lease)) ?? 0) + 1]))
    seen = new Map([...looks].map(([lease, count]) => [nameOf(lease), count]))
    return leases.filter((lease) => (looks.get(lease) ?? 0) >= LOOKS)
  }
}

const nameOf = ({ queue, key, token, headId, until }: SeenLease): string =>
  JSON.stringify([queue, key, token, headId, until])
