import { Stack, Text } from '@mantine/core'
import type { Finding } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'

const TONES = { ok: 'good', warning: 'attention', failed: 'broken' } as const

/** Each prerequisite with its state and, where it is not met, how to mend it. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  const { t, i18n } = useTranslation()
  const title = (code: string): string =>
    i18n.exists(`findings.codes.${code}`) ? t(`findings.codes.${code}` as 'findings.codes.clock') : ''
  return (
    <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
      {findings.map(({ code, state, detail, mend }) => (
        <li key={code} className="accord-finding">
          <span className="accord-state" data-tone={TONES[state]}>
            {t(`findings.states.${state}`)}
          </span>
          <div style={{ minWidth: 0 }}>
            {title(code) ? (
              <Text fz="sm" fw={600}>
                {title(code)}
              </Text>
            ) : null}
            <Text fz="sm" lang="en" style={{ overflowWrap: 'anywhere' }}>
              {detail}
            </Text>
            {mend && state !== 'ok' ? (
              <Text fz="sm" fw={500} lang="en">
                {mend}
              </Text>
            ) : null}
          </div>
        </li>
      ))}
    </Stack>
  )
}
