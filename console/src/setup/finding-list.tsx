import { Stack, Text } from '@mantine/core'
import type { Finding } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { isKnownFinding, remedyOf } from './remedy-of.ts'

const TONES = { ok: 'good', warning: 'attention', failed: 'broken' } as const

/** Each prerequisite with its state and, where it is not met, how to remedy it. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  const { t, i18n } = useTranslation()
  return (
    <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
      {findings.map((finding) => {
        const { code, state, detail, remedy } = finding
        return (
          <li key={code} className="accord-finding">
            <span className="accord-state" data-tone={TONES[state]}>
              {t(`findings.states.${state}`)}
            </span>
            <div style={{ minWidth: 0 }}>
              {isKnownFinding(code) ? (
                <Text fz="sm" fw={600}>
                  {t(`findings.titles.${code}`)}
                </Text>
              ) : null}
              <Text fz="sm" lang="en" style={{ overflowWrap: 'anywhere' }}>
                {detail}
              </Text>
              {remedy && state !== 'ok' ? (
                <Text fz="sm" fw={500}>
                  {remedyOf(finding, i18n)}
                </Text>
              ) : null}
            </div>
          </li>
        )
      })}
    </Stack>
  )
}
