import { Stack, Text } from '@mantine/core'
import type { Finding } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { en } from '../i18n/en/index.ts'
import { problemWords } from '../problems/problem-words.ts'

const TONES = { ok: 'good', warning: 'attention', failed: 'broken' } as const

const isKnown = (code: string): code is keyof typeof en.findings.titles => Object.hasOwn(en.findings.titles, code)

/** Each prerequisite with its state and, where it is not met, how to remedy it. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  const { t, i18n } = useTranslation()
  const remedyOf = ({ code, problem, remedy }: Finding) => {
    if (problem !== undefined) return problemWords(problem, i18n).remedy || remedy
    return isKnown(code) ? t(`findings.remedies.${code}`) : remedy
  }
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
              {isKnown(code) ? (
                <Text fz="sm" fw={600}>
                  {t(`findings.titles.${code}`)}
                </Text>
              ) : null}
              <Text fz="sm" lang="en" style={{ overflowWrap: 'anywhere' }}>
                {detail}
              </Text>
              {remedy && state !== 'ok' ? (
                <Text fz="sm" fw={500}>
                  {remedyOf(finding)}
                </Text>
              ) : null}
            </div>
          </li>
        )
      })}
    </Stack>
  )
}
