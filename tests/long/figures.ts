/** What one phase of the long run measured. An empty list of complaints means that every law held. */
export interface Figures {
  readonly title: string
  readonly rows: Readonly<Record<string, number | string>>
  readonly complaints: readonly string[]
  readonly seconds: number
}

const SHOWN_COMPLAINTS = 40

/** One phase as a table of text. */
export function tableOf({ title, rows, complaints, seconds }: Figures): string {
  const lines = Object.entries({ ...rows, seconds: Math.round(seconds), 'broken laws': complaints.length })
  const width = Math.max(...lines.map(([name]) => name.length))
  const shown = complaints.slice(0, SHOWN_COMPLAINTS).map((complaint) => `  ✗ ${complaint.slice(0, 600)}`)
  return [title, ...lines.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`), ...shown].join('\n')
}
