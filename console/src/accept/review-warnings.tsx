import type { InvitationPreview } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { Notice } from '../parts/notice.tsx'
import { problemWords } from '../problems/problem-words.ts'

/** Said elsewhere on the page, in other words or as what stops the acceptance. */
const SHOWN_ELSEWHERE: readonly string[] = [
  'invitation_expired',
  'name_taken',
  'no_common_version',
  'mode_unsupported',
  'licence_ended',
  'licence_limit',
]

/** What does not stop the admin and should be known before accepting. */
export function ReviewWarnings({ preview }: { readonly preview: InvitationPreview }) {
  const { t, i18n } = useTranslation()
  const codes = preview.warnings.filter((code) => !SHOWN_ELSEWHERE.includes(code))
  return (
    <>
      {preview.expired && !preview.existingConnectionId ? (
        <Notice tone="attention">{t('accept.review.expired')}</Notice>
      ) : null}
      {preview.approval ? <Notice tone="attention">{t('accept.review.approval')}</Notice> : null}
      {codes.map((code) => {
        const { title, remedy } = problemWords(code, i18n)
        return (
          <Notice key={code} tone="attention">
            {title}. {remedy}
          </Notice>
        )
      })}
    </>
  )
}
