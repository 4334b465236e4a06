interface PolicyRules {
  readonly createHTML: (text: string) => string
}
interface MarkupPage {
  /** Not in the types of the DOM that we compile with. */
  readonly trustedTypes?: { createPolicy: (name: 'default', rules: PolicyRules) => unknown }
}

/**
 * The page's policy lets text become markup only through this: the components write style sheets that way, which hold no
 * tag. A text with a tag in it is refused, whoever brought it. Browsers without trusted types have the rest of the policy.
 */
export function restrictMarkup(page: object): void {
  const { trustedTypes }: MarkupPage = page
  trustedTypes?.createPolicy('default', {
    createHTML: (text) => {
      if (text.includes('<')) throw new TypeError('Markup is not written into this page')
      return text
    },
  })
}
