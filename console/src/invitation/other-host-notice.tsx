import { isOtherHost, shownHost } from '@accord/shared/protocol'
import { useTranslation } from 'react-i18next'
import { Notice } from '../parts/notice.tsx'

interface OtherHostNoticeProps {
  /** What a person here had entered for the other side; absent where nobody did. */
  readonly entered: string | null | undefined
  /** Where the other side says that it is. */
  readonly named: string | null
}

/** Whoever answers at an address may name any other as its own: said wherever somebody could take it for the one that was entered. */
export function OtherHostNotice({ entered = null, named }: OtherHostNoticeProps) {
  const { t } = useTranslation()
  if (entered === null || named === null || !isOtherHost(entered, named)) return null
  return (
    <Notice tone="attention">
      {t('invitation.otherHost', { entered: shownHost(entered), named: shownHost(named) })}
    </Notice>
  )
}
