import { startCompany, type Company, type CompanyOptions } from '../company/company.ts'
import { createObserver, type Observer } from './observer.ts'

/** A company with what it has acknowledged so far. */
export interface Party extends Company {
  readonly observer: Observer
}

/** Two companies that have never learnt of each other. */
export interface Pair {
  readonly source: Party
  readonly destination: Party
  close(): Promise<void>
}

export interface PairOptions {
  readonly source?: CompanyOptions
  readonly destination?: CompanyOptions
}

export async function startPair({ source = {}, destination = {} }: PairOptions = {}): Promise<Pair> {
  const started = await Promise.allSettled([startCompany('Company A', source), startCompany('Company B', destination)])
  const companies = started.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  const close = async () => void (await Promise.all(companies.map((company) => company.close())))
  const [a, b] = companies
  if (!a || !b) {
    await close()
    throw new AggregateError(started.flatMap((result) => (result.status === 'rejected' ? [result.reason] : [])))
  }
  return { source: withObserver(a), destination: withObserver(b), close }
}

const withObserver = (company: Company): Party => ({ ...company, observer: createObserver(company.name) })
