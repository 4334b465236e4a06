import type { CoverageReport, CoveredRecord } from './report.ts'

const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** The report for people, one table per scope, what was not simulated on top. */
export function coveragePage(instanceName: string, report: CoverageReport): string {
  const scopes = [...new Set(report.records.map(({ scope }) => scope))]
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Coverage of ${escape(instanceName)}</title><style>
body { font: 14px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; color: #1f2a37 }
table { border-collapse: collapse; width: 100%; margin-bottom: 2rem } td, th { border-bottom: 1px solid #d5dbe3; padding: .25rem .6rem; text-align: left }
.refused { color: #a5281b; font-weight: 600 } .stored { color: #8a5a00 } caption { text-align: left; font-weight: 600; padding: .5rem 0 }
</style></head><body>
<h1>What ${escape(instanceName)} did with its packages</h1>
<p>A simulated instance: ${summary(report.records)}.</p>
<h2>Asked for, not simulated</h2>
${report.notSimulated.length === 0 ? '<p>Nothing so far.</p>' : `<ul>${report.notSimulated.map(missingLine).join('')}</ul>`}
${scopes
  .map((scope) =>
    scopeTable(
      scope,
      report.records.filter((record) => record.scope === scope),
    ),
  )
  .join('\n')}
</body></html>`
}

function summary(records: readonly CoveredRecord[]): string {
  const counts = new Map<string, number>()
  for (const { status } of records) counts.set(status, (counts.get(status) ?? 0) + 1)
  return [...counts].map(([status, count]) => `${count} ${status}`).join(', ') || 'no package is installed'
}

const missingLine = ({ what, times }: { what: string; times: number }) => `<li>${escape(what)} (${times}×)</li>`

const scopeTable = (scope: string, records: readonly CoveredRecord[]) => `<table><caption>${escape(scope)}</caption>
<thead><tr><th>Table</th><th>Record</th><th>Status</th><th>Runs</th><th>Note</th></tr></thead>
<tbody>${records.map(recordLine).join('\n')}</tbody></table>`

const recordLine = ({ table, sysId, name, status, runs, note }: CoveredRecord) =>
  `<tr><td>${escape(table)}</td><td title="${escape(sysId)}">${escape(name || sysId)}</td><td class="${status.split(' ')[0]}">${status}</td><td>${runs}</td><td>${escape(note)}</td></tr>`
